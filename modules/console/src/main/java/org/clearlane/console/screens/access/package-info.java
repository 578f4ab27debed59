/** Signing in and out. */
package org.clearlane.console.screens.access;
