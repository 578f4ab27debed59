/** The pages, a package each. A screen reads, renders, and for a form calls the step that everybody else calls. */
package org.clearlane.console.screens;
