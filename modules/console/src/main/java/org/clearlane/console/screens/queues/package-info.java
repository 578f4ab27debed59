/** Queues with the claims and dollars inside them, and work that is stuck. */
package org.clearlane.console.screens.queues;
