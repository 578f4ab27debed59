/** Commands about edits and rules: what is in force, what would be, what was, and what payers teach. */
package org.clearlane.app.rules;
