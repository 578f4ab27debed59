/** Placeholder until the room is furnished. */
package org.clearlane.simulator;
