/** Files: what practices handed in, what was sent on to payers, what came back, each with its envelopes and its sums. */
package org.clearlane.console.screens.files;
