/**
 * What the packages of this module share and nobody outside it uses: writing segments that come from untrusted values,
 * walking segments in an array of bytes, and reading numbers leniently.
 */
package org.clearlane.transactions.internal;
