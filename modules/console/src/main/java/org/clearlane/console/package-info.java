/** Pages for people: billers see their practice, operators the flows, auditors the trail. Start at {@code ConsoleDoor}. */
package org.clearlane.console;
