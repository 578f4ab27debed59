/** What the words and keys of the console mean. */
package org.clearlane.console.screens.help;
