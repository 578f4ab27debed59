/** Mends of form: how a value can be written as the guide wants it without saying something else. */
package org.clearlane.judgement.repair;
