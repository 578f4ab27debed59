/**
 * X12 syntax and nothing above it: delimiters, segments, elements, and the bytes they came from.
 * The reader is tolerant and never throws for bad data; the writer is strict and refuses what would not read back.
 * Knows neither guides nor claims, and depends on the JDK alone.
 */
package org.clearlane.x12;
