/**
 * Implementation guides as data, and the judge of a transaction set's structure (WEDI SNIP types 1 and 2).
 * The YAML files under {@code config/guides} are read once, every mistake in them is told at once, and nothing
 * downstream reads them again: {@link org.clearlane.guide.Guide} is the compiled form, immutable and shared.
 * {@link org.clearlane.guide.SetMatcher} walks one set in one pass, in memory that does not grow with it.
 */
package org.clearlane.guide;
