/**
 * Edits about what is hardly ever right though every code is (WEDI SNIP type 6): procedures that are not billed together,
 * more units than are plausible, diagnoses that do not fit the patient. They warn; what is right, the practice knows.
 */
package org.clearlane.edits.plausibility;
