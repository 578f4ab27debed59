/** Money that payers tell of: balanced, matched, posted once, and shared out to whom it belongs. */
package org.clearlane.pipeline.posting;
