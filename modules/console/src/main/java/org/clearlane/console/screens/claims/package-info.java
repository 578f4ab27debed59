/** Claims: the list that finds one by whatever is known of it, and the one page that tells everything about it. */
package org.clearlane.console.screens.claims;
