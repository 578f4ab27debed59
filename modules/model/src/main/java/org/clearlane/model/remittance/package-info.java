/** An 835 as values: what a payer paid, and why not more. Amounts are {@link org.clearlane.model.Money}; signs as sent. */
package org.clearlane.model.remittance;
