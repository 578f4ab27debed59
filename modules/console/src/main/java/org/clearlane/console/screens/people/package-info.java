/** Who may sign in, and what they are. */
package org.clearlane.console.screens.people;
