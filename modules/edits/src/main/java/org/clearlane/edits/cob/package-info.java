/** Edits about coordination of benefits: other payers, what they paid, and whether it adds up by claim and line. */
package org.clearlane.edits.cob;
