/**
 * {@code clearlane completion}: the script that lets a shell complete commands and options. Made from the commands
 * themselves, so it is never behind them. Nothing else belongs here.
 */
package org.clearlane.app.completion;
