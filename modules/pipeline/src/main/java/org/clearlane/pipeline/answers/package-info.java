/** The way back from the payer: answers are kept, matched and applied once. */
package org.clearlane.pipeline.answers;
