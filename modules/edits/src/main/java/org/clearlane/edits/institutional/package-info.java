/** Edits about claims of hospitals and other facilities (837I): bill type, stay, codes of HI, revenue lines. */
package org.clearlane.edits.institutional;
