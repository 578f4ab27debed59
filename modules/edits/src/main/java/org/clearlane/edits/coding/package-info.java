/**
 * Edits about codes from lists kept elsewhere (WEDI SNIP type 5): in force on the date of service, by the tables of
 * {@link org.clearlane.edits.codes}. Diagnoses of pointers and places of service stand with the older edits.
 */
package org.clearlane.edits.coding;
