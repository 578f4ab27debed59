/**
 * People who use the console, their sessions and invitations, and the trail of what they did. The rules (how long a session
 * lives, how many failures are too many, who may do what) stand in module {@code access}; here is only the SQL.
 */
package org.clearlane.store.people;
