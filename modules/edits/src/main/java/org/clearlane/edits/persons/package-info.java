/** Edits about the subscriber and the patient: who they are, how they are insured, whether they live. */
package org.clearlane.edits.persons;
