/**
 * The engine measured beside other libraries and beside a bare loop over the same bytes. Begin at
 * {@link org.clearlane.benchmarks.Measurements}, which runs all and prints shares.
 */
package org.clearlane.benchmarks;
