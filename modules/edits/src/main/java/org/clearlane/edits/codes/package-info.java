/**
 * Code sets with the dates they are valid on, as facts without texts, compact in memory and quick to ask.
 * Read from {@code config/codesets/} when first asked for; {@link org.clearlane.edits.codes.CodeImport} takes a
 * publisher's new file.
 * Code texts under licence do not belong here.
 */
package org.clearlane.edits.codes;
