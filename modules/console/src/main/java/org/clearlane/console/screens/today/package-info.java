/** The first page: what came, what became of it, and what needs somebody. */
package org.clearlane.console.screens.today;
