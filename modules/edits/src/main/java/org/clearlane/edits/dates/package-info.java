/** Edits about dates of the claim beside its dates of service: onset, accident, stay, disability. */
package org.clearlane.edits.dates;
