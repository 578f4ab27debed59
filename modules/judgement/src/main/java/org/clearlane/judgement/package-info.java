/**
 * One verdict on one file in one streaming pass: envelope, guide structure, edits, partial acceptance, acknowledgements.
 * {@link org.clearlane.judgement.Judge} tells a listener what it finds in file order; whoever listens stores or prints it.
 * Knows no database and no broker, and holds a slice of claims at a time, never a file.
 */
package org.clearlane.judgement;
