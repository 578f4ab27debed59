/** Edits about service lines: units, modifiers, drugs, laboratories, anaesthesia, telehealth, equipment. */
package org.clearlane.edits.services;
