/** Fee schedules taken in. */
package org.clearlane.pipeline.fees;
