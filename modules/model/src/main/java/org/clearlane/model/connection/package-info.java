/** The port to a payer. One interface, several transports, one contract test for all of them. */
package org.clearlane.model.connection;
