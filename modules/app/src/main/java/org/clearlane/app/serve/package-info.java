/** {@code clearlane serve}: the whole service wired together, here and nowhere else, and how it is configured. */
package org.clearlane.app.serve;
