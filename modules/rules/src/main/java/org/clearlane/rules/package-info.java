/**
 * The rules of payers and practices (SNIP 7), written as data without Java: an expression (CEL) over the facts of a claim,
 * with words, dates and examples of its own. Everything is checked when it is loaded, and nothing unchecked ever judges.
 */
package org.clearlane.rules;
