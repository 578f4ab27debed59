/** Rules learned from what payers refuse again and again: proposals that a person accepts or not. */
package org.clearlane.rules.learned;
