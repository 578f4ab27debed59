/** What was refused, why, what can be done about it, and until when. */
package org.clearlane.remittance.denial;
