package org.clearlane.app;

import java.nio.file.Path;

/** Where Clearlane is installed. */
public final class Home {

    private Home() {}

    /** The folder of the launcher; without it the current one. */
    public static Path folder() {
        return Path.of(System.getProperty("clearlane.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** The configuration that comes along. */
    public static Path config() {
        return folder().resolve("config");
    }

    /** The samples that come along. */
    public static Path samples() {
        return folder().resolve("samples");
    }
}
