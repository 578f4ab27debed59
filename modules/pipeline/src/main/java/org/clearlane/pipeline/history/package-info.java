/** Claims of the past looked at again: from the archived bytes, beside what became of them. Nothing is changed by it. */
package org.clearlane.pipeline.history;
