/**
 * {@code clearlane custody}: runs the independent checker on a live ledger, or on one at rest, and prints its report.
 */
package org.clearlane.app.custody;
