/**
 * {@code clearlane bench}: the journey measured on this machine, as ratios to what the machine can do. Its own
 * measurements; nothing of it runs in the service.
 */
package org.clearlane.app.bench;
