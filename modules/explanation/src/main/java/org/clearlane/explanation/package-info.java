/** An 835 set for people: a page for the screen, and the same page as a PDF. */
package org.clearlane.explanation;
