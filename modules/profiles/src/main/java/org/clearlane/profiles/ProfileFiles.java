package org.clearlane.profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * All profile files of a configuration folder, read and compared with one another.
 *
 * @param practices those without a mistake of their own
 * @param payers those without a mistake of their own
 * @param mistakes of all files
 */
record ProfileFiles(List<Practice> practices, List<PayerProfile> payers, ProfileMistakes mistakes) {

    static ProfileFiles read(Path configDir, Map<String, String> placeholders) {
        return new Reading(placeholders).read(configDir);
    }

    private static final class Reading {
        private final ProfileMistakes.Collector mistakes = new ProfileMistakes.Collector();
        private final Map<String, String> placeholders;
        private final List<Practice> practices = new ArrayList<>();
        private final List<PayerProfile> payers = new ArrayList<>();
        /** What may belong to one profile only, such as a sender id, with the file that has it. */
        private final Map<String, String> owners = new HashMap<>();

        Reading(Map<String, String> placeholders) {
            this.placeholders = placeholders;
        }

        ProfileFiles read(Path configDir) {
            for (Path file : yamlFiles(configDir, "practices")) {
                YamlSection section = open(file, "practices");
                if (section != null) {
                    add(section, PracticeReader.read(section, stem(file)));
                }
            }
            for (Path file : yamlFiles(configDir, "payers")) {
                YamlSection section = open(file, "payers");
                if (section != null) {
                    add(section, PayerReader.read(section, stem(file)));
                }
            }
            return new ProfileFiles(practices, payers, mistakes.mistakes());
        }

        private List<Path> yamlFiles(Path configDir, String folder) {
            Path dir = configDir.resolve(folder);
            if (!Files.isDirectory(dir)) {
                return List.of();
            }
            try (Stream<Path> entries = Files.list(dir)) {
                return entries.filter(Files::isRegularFile)
                        .filter(file ->
                                name(file).endsWith(".yaml") || name(file).endsWith(".yml"))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                mistakes.add(folder, "", "the folder cannot be read");
                return List.of();
            }
        }

        private static String name(Path file) {
            return String.valueOf(file.getFileName());
        }

        private static String stem(Path file) {
            String name = name(file);
            return name.substring(0, name.lastIndexOf('.'));
        }

        private YamlSection open(Path file, String folder) {
            String shown = folder + "/" + name(file);
            try {
                LoadSettings settings = LoadSettings.builder()
                        .setLabel(shown)
                        .setAllowDuplicateKeys(false)
                        .build();
                Object content = new Load(settings).loadFromString(Files.readString(file));
                if (content instanceof Map<?, ?> map) {
                    return new YamlSection(mistakes, placeholders, shown, "", map);
                }
                mistakes.add(shown, "", "the file holds no keys");
            } catch (MarkedYamlEngineException e) {
                String line = e.getProblemMark()
                        .map(mark -> " in line " + (mark.getLine() + 1))
                        .orElse("");
                mistakes.add(shown, "", "not readable as YAML" + line + ": " + e.getProblem());
            } catch (YamlEngineException e) {
                mistakes.add(shown, "", "not readable as YAML");
            } catch (IOException e) {
                mistakes.add(shown, "", "the file cannot be read as UTF-8 text");
            }
            return null;
        }

        private void add(YamlSection section, Practice practice) {
            claim(section, "id", "practice id", practice.id());
            practice.senderIds().forEach(sender -> claim(section, "senderIds", "sender id", sender));
            practice.npis().forEach(npi -> claim(section, "npis", "NPI", npi));
            practices.add(practice);
        }

        private void add(YamlSection section, PayerProfile payer) {
            claim(section, "id", "payer", payer.id());
            payer.payerIds().forEach(payerId -> claim(section, "payerIds", "payer id", payerId));
            payers.add(payer);
        }

        private void claim(YamlSection section, String key, String what, String value) {
            if (value.isEmpty()) {
                return;
            }
            String first = owners.putIfAbsent(what + " " + value, section.file());
            if (first != null) {
                section.mistake(key, "the %s %s is also in %s".formatted(what, value, first));
            }
        }
    }
}
