/** Who takes part: practices and payers, as their profiles describe them. */
package org.clearlane.model.directory;
