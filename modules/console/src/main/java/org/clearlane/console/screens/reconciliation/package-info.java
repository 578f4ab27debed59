/** Reconciliation: what was charged, allowed, paid and adjusted, what is open and how old, how fast and how often payers pay. */
package org.clearlane.console.screens.reconciliation;
