/** Edits about the claim as a whole: its number, frequency, cause, attachments, numbers and amounts. */
package org.clearlane.edits.claim;
