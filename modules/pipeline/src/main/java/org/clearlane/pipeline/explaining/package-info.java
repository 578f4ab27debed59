/** Kept remittances as a page or a document for people. */
package org.clearlane.pipeline.explaining;
