package org.clearlane.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Pictures of pages, taken only where {@code -Dscreens=FOLDER} says where to. */
final class Pictures {

    private static final int WIDTH = 1280;
    private static final long TALLEST = 1600;
    private static final String FOLDER = System.getProperty("screens", "");

    private Pictures() {}

    static boolean wanted() {
        return !FOLDER.isEmpty();
    }

    /** Takes one of the page as it is. */
    static void take(Tab tab, String name) throws Exception {
        if (!wanted()) {
            return;
        }
        long height = Math.min(TALLEST, tab.<Long>script("return document.documentElement.scrollHeight"));
        Path folder = Path.of(System.getProperty("clearlane.root")).resolve(FOLDER);
        Files.createDirectories(folder);
        byte[] picture = Base64.getDecoder().decode(tab.picture(WIDTH, (int) height));
        Files.write(folder.resolve(name + ".png"), Palette.reduced(picture));
    }
}
