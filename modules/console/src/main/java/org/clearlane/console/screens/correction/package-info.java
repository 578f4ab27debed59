/** One claim corrected, replaced or voided: the form, what it changes, and sending it. */
package org.clearlane.console.screens.correction;
