/** The way back: what a practice is told lands in its mailbox. */
package org.clearlane.pipeline.mailbox;
