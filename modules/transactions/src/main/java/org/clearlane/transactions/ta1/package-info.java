/**
 * The interchange acknowledgment TA1: whether an envelope could be read at all. Written alone in an interchange of its
 * own; read wherever it stands, alone or before the groups of another answer.
 */
package org.clearlane.transactions.ta1;
