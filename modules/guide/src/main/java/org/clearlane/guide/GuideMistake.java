package org.clearlane.guide;

/**
 * One mistake in a guide's definition file.
 *
 * @param file the file, relative to the folder of the guides
 * @param line the line it is on, from 1; 0 when it is about the whole file
 * @param what the mistake in one sentence
 */
public record GuideMistake(String file, int line, String what) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + what : file + ": " + what;
    }
}
