/** What people change about themselves. */
package org.clearlane.console.screens.me;
