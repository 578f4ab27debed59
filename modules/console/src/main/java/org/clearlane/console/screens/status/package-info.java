/** What everybody may know: whether the service and its payers work, and when they are planned not to. */
package org.clearlane.console.screens.status;
