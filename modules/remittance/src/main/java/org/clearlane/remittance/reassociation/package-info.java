/** Bringing the two halves of a payment together: the 835 that explains it and the bank's entry that moves it. */
package org.clearlane.remittance.reassociation;
