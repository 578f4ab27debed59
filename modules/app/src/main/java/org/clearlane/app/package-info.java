/**
 * The program: {@code main}, one package a command, and the wiring of the service. Everything a user types or sees comes
 * from here; everything that happens to a claim happens in the rooms below.
 */
package org.clearlane.app;
