/** The practices of this house, and what one of them is set up as. */
package org.clearlane.console.screens.practices;
