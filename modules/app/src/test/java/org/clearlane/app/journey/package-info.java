/**
 * The whole journey with every real part: database, broker, routes, transports; only the payers are simulated. Look here
 * for what happens to files, claims and answers when something goes wrong. Nothing here knows how a step does its work.
 */
package org.clearlane.app.journey;
