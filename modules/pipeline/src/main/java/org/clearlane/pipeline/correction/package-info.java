/** Claims handed in once more by a person's decision: corrected, replacing, voiding; alone or many in one go. */
package org.clearlane.pipeline.correction;
