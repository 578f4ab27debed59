/**
 * The edits for professional claims (837P), one class each. A new one is a class here, a line in
 * {@link org.clearlane.edits.professional.ProfessionalEdits}, a row in {@code config/edits/catalog.yaml} and a test
 * twin with a claim that passes and one that fails.
 */
package org.clearlane.edits.professional;
