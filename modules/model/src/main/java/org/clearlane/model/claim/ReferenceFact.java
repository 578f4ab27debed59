package org.clearlane.model.claim;

/**
 * A reference number (REF).
 *
 * @param qualifier REF01
 * @param value REF02
 * @param position the number of the segment in its transaction set
 */
public record ReferenceFact(String qualifier, String value, int position) {}
