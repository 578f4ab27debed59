/**
 * A claim as the edits and the ledger see it: the facts of the 837, each with the number of the segment it stands in
 * so that a finding can point at it. Immutable values.
 */
package org.clearlane.model.claim;
