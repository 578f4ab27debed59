/**
 * Partner formats in: tables of claims that practices export, bound by a Smooks configuration per layout and translated
 * to 837P 005010X222A1. A layout is two files under {@code config/formats/<name>/} and no Java. What is produced carries
 * its provenance, so a finding about a segment can be told in the submitter's own row and column.
 */
package org.clearlane.formats;
