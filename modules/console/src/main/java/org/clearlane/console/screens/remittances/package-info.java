/** Remittances: the list, one as arithmetic, one payment in words, money that fits nowhere, and letting a held one count. */
package org.clearlane.console.screens.remittances;
