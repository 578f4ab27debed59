/**
 * Code sets with the dates they are valid on, as facts without texts, compact in memory and quick to ask.
 * Read from {@code config/codesets/}; {@link org.clearlane.edits.codes.Icd10OrderFileReader} takes a publisher's new year.
 * Code texts under licence do not belong here.
 */
package org.clearlane.edits.codes;
