/** Documents for a payer's appeals desk. */
package org.clearlane.console.screens.proof;
