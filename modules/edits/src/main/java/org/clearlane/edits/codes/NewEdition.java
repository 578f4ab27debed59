package org.clearlane.edits.codes;

import java.util.function.Predicate;

/**
 * An edition that was read and not kept.
 *
 * @param changes what it changes
 * @param allows whether a code may be used by it
 */
public record NewEdition(CodeChanges changes, Predicate<String> allows) {}
