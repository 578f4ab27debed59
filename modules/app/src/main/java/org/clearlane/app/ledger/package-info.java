/** Commands that look into the ledger of a service, running or at rest, and settle by hand what only a person can. */
package org.clearlane.app.ledger;
