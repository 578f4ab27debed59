/** The console in a real browser, over a whole service with simulated payers. Start at {@code SignInTest}. */
package org.clearlane.browser;
