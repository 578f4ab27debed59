/** Claims for second payers: prepared from what the first one decided, handed in by a person's decision. */
package org.clearlane.pipeline.secondary;
