/**
 * {@code clearlane translate}: a partner's table in, an 837P out, offline. What cannot be translated is told on stderr by
 * row and column. Nothing is judged here: {@code clearlane validate} does that with what comes out.
 */
package org.clearlane.app.translate;
