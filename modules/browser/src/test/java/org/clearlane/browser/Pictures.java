package org.clearlane.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Pictures of pages, taken only where {@code -Dscreens=FOLDER} says where to. */
final class Pictures {

    private static final int WIDTH = 1280;
    private static final long TALLEST = 1600;
    private static final String FOLDER = System.getProperty("screens", "");

    private static final Map<String, String> TAKEN = new TreeMap<>();

    private Pictures() {}

    static boolean wanted() {
        return !FOLDER.isEmpty();
    }

    /** Takes one of the page as it is; the first of a name is the one that stays. */
    static void take(Tab tab, String name) throws Exception {
        if (!wanted() || TAKEN.putIfAbsent(name, tab.heading().replace('\n', ' ') + " (" + tab.who() + ")") != null) {
            return;
        }
        long height = Math.min(TALLEST, tab.<Long>script("return document.documentElement.scrollHeight"));
        Path folder = folder();
        Files.createDirectories(folder);
        byte[] picture = Base64.getDecoder().decode(tab.picture(WIDTH, (int) height));
        Files.write(folder.resolve(name + ".png"), Palette.reduced(picture));
    }

    private static Path folder() {
        return Path.of(System.getProperty("clearlane.root")).resolve(FOLDER);
    }

    /** Says in a line each what the pictures show. */
    static void index() throws IOException {
        if (!wanted()) {
            return;
        }
        StringBuilder text = new StringBuilder(
                "# Screens\n\nEvery page of the console over the demo's ledger, taken by the browser tests"
                        + " (`-Dscreens=docs/screens`). Everything in them is invented.\n\n");
        TAKEN.forEach((name, heading) -> text.append("- [")
                .append(name)
                .append("](")
                .append(name)
                .append(".png): ")
                .append(heading)
                .append('\n'));
        Files.writeString(folder().resolve("README.md"), text.toString());
    }
}
