/**
 * Makes 837P claim files of any size from a seed, for measurements and volume tests. What it writes is invented: every
 * name begins with {@code Zz}, so that one search finds it wherever it should not be. Begin at
 * {@link org.clearlane.generator.ClaimFileGenerator}.
 */
package org.clearlane.generator;
