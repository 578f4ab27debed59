package org.clearlane.app.validate;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the answers to one file go.
 *
 * @param folder made when it is not there
 * @param name what the names of the answers begin with
 */
record AckPlace(Path folder, String name) {

    AckFiles open() throws IOException {
        return new AckFiles(folder, name);
    }
}
