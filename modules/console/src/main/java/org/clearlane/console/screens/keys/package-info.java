/** Keys with which programs use the API. */
package org.clearlane.console.screens.keys;
