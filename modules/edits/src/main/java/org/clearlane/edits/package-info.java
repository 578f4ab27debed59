/**
 * Edits: rules about claims beyond structure (WEDI SNIP types 3 to 7), each a small class over the claim and a dated
 * row of {@code config/edits/catalog.yaml} that holds its words. An edit reports findings and never throws for data.
 * Knows claims and code sets, not X12: the same edits judge claims that came as 837, CSV or FHIR.
 */
package org.clearlane.edits;
