/** Who saw and did what. */
package org.clearlane.console.screens.audit;
