/** Payers, the routes to them, and what operators do to these. */
package org.clearlane.console.screens.payers;
