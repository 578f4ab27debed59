/** What comes behind the first payer: whether a second one is to be billed, and what is left for the patient. */
package org.clearlane.remittance.secondary;
