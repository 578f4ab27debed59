/** What contracts say services are worth, and where a payer allowed less. */
package org.clearlane.remittance.fee;
