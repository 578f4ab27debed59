/** Figures over all claims and payments, worked out in rounds so that pages only read them. */
package org.clearlane.pipeline.figures;
