/**
 * {@code clearlane demo}: the service, simulated payers and the samples, shown stage by stage and proved at the end.
 * What it hands in goes through the real doors; nothing is staged.
 */
package org.clearlane.app.demo;
