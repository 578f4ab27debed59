package org.clearlane.browser;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The templates of the console. A template is a class that is loaded when it is rendered first. */
final class Templates {

    private Templates() {}

    /** Those that make a whole page and were never rendered in this virtual machine. */
    static List<String> neverShown() throws IOException, ReflectiveOperationException {
        Method loaded = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
        loaded.setAccessible(true);
        Path root = Path.of(System.getProperty("clearlane.root"), "modules/console/src/main/jte");
        List<String> never = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList()) {
                if (Files.readString(each).contains("@template.layout.page(")) {
                    String folder = root.relativize(each.getParent()).toString().replace('/', '.');
                    String name = each.getFileName().toString().replace(".jte", "");
                    String type = "org.clearlane.console.jte." + folder + ".Jte" + name + "Generated";
                    if (loaded.invoke(Templates.class.getClassLoader(), type) == null) {
                        never.add(folder + "/" + name);
                    }
                }
            }
        }
        return never;
    }
}
