/** Edits about dental claims (837D): teeth, surfaces, oral cavity, orthodontics, replaced prostheses. */
package org.clearlane.edits.dental;
