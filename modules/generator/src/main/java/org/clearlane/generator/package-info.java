/**
 * Makes claim files (837P, 837I, 837D) and remittances (835) of any size from a seed, for measurements and volume tests. What it writes is invented: every
 * name begins with {@code Zz}, so that one search finds it wherever it should not be. Begin at
 * {@link org.clearlane.generator.ClaimFileGenerator} and {@link org.clearlane.generator.RemittanceFileGenerator}.
 */
package org.clearlane.generator;
