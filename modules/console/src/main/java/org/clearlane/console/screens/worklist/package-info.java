/** What waits for a biller: refused and held claims by reason and age, and many of them mended in one go. */
package org.clearlane.console.screens.worklist;
