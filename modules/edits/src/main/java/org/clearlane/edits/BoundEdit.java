package org.clearlane.edits;

/**
 * A rule and what finds out whether it is broken.
 *
 * @param rule its row of the catalogue
 * @param edit its condition
 */
public record BoundEdit(Rule rule, Edit edit) {}
