/** Where programs want to be told, and how telling goes. */
package org.clearlane.console.screens.webhooks;
