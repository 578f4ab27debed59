package org.clearlane.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.smooks.Smooks;
import org.xml.sax.SAXException;

/**
 * All formats of a configuration folder.
 *
 * @param translators by name
 * @param binders to be closed in the end
 * @param mistakes of all files, one line each
 */
record FormatFiles(Map<String, Translator> translators, List<RowBinder> binders, List<String> mistakes) {

    static FormatFiles read(Path configDir) {
        FormatFiles files = new FormatFiles(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (Path folder : folders(configDir.resolve("formats"), files.mistakes)) {
            files.add(folder);
        }
        return files;
    }

    private static List<Path> folders(Path formats, List<String> mistakes) {
        if (!Files.isDirectory(formats)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(formats)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            mistakes.add("formats: the folder cannot be read");
            return List.of();
        }
    }

    private void add(Path folder) {
        String name = String.valueOf(folder.getFileName());
        Optional<CsvLayout> layout = LayoutFile.read(folder.resolve("format.yaml"), name, mistakes);
        Optional<RowBinder> binder = binder(folder.resolve("smooks-config.xml"), name);
        binder.ifPresent(binders::add);
        if (layout.isPresent() && binder.isPresent() && triedOut(layout.get(), binder.get(), name)) {
            translators.put(name, new Translator(layout.get(), binder.get()));
        }
    }

    private Optional<RowBinder> binder(Path file, String name) {
        String shown = "formats/" + name + "/smooks-config.xml: ";
        try (InputStream config = Files.newInputStream(file)) {
            return Optional.of(new RowBinder(new Smooks(config)));
        } catch (IOException e) {
            mistakes.add(shown + "the file cannot be read");
        } catch (SAXException | RuntimeException e) {
            mistakes.add(shown + "Smooks does not accept it: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Binds one made-up row: a field that does not arrive is bound under another name, or not at all. */
    private boolean triedOut(CsvLayout layout, RowBinder binder, String name) {
        String shown = "formats/" + name + "/smooks-config.xml: ";
        StringBuilder heading = new StringBuilder();
        StringBuilder row = new StringBuilder();
        for (CsvLayout.Column column : layout.columns()) {
            if (!heading.isEmpty()) {
                heading.append(layout.separator());
                row.append(layout.separator());
            }
            heading.append(column.field().key());
            row.append('"').append(column.example()).append('"');
        }
        try {
            BoundRow bound = binder.bind(heading + "\n" + row + "\n", new int[] {1})[0];
            boolean whole = true;
            for (CsvLayout.Column column : layout.columns()) {
                if (bound.text(column.field()).isEmpty()) {
                    mistakes.add(shown + "the field " + column.field().key() + " is not bound");
                    whole = false;
                }
            }
            return whole;
        } catch (RowBinder.UnbindableRowsException e) {
            mistakes.add(shown + "a row of this format's examples does not bind to a list called rows of maps");
            return false;
        }
    }
}
