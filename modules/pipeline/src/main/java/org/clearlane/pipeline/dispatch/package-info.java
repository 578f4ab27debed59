/** The way to the payer: claims are put together, stored, and handed over once. */
package org.clearlane.pipeline.dispatch;
