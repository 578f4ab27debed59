/** What a bank says has arrived or left: the other half of a payment whose first half is the 835. */
package org.clearlane.model.bank;
