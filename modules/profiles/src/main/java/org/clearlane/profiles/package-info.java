/** Practices and payers as data: YAML files read into records, every mistake reported at once. */
package org.clearlane.profiles;
