/**
 * Who people are and what they may do: roles, permissions, passwords, second factors, sessions. Knows no HTTP. What is
 * decided here is written down by {@code store.people}, every refusal included.
 */
package org.clearlane.access;
