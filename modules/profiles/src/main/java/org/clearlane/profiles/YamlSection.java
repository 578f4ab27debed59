package org.clearlane.profiles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mapping of a YAML file. Values are asked for by key; what is missing, of the wrong kind or never asked for
 * becomes a mistake, and reading goes on with something harmless in its place so that all mistakes show at once.
 */
final class YamlSection {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private final ProfileMistakes.Collector mistakes;
    private final Map<String, String> placeholders;
    private final String file;
    private final String prefix;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlSection(
            ProfileMistakes.Collector mistakes,
            Map<String, String> placeholders,
            String file,
            String prefix,
            Map<?, ?> content) {
        this.mistakes = mistakes;
        this.placeholders = placeholders;
        this.file = file;
        this.prefix = prefix;
        content.forEach((key, value) -> values.put(String.valueOf(key), value));
    }

    String file() {
        return file;
    }

    void mistake(String key, String message) {
        mistakes.add(file, prefix + key, message);
    }

    /** Whether anything stands under this key. */
    boolean has(String key) {
        return values.get(key) != null;
    }

    /** Text that must be there; empty (and a mistake) when it is not. */
    String text(String key) {
        String value = text(key, "");
        if (value.isEmpty() && values.get(key) == null) {
            mistake(key, "is missing");
        } else if (value.isEmpty()) {
            mistake(key, "is empty");
        }
        return value;
    }

    /** Text, or the fallback when the key is not there. */
    String text(String key, String fallback) {
        asked.add(key);
        Object value = values.get(key);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Map || value instanceof List) {
            mistake(key, "must be a single value");
            return fallback;
        }
        return substituted(key, value.toString()).strip();
    }

    /** A list of texts, or a single one; must hold at least one. Twice the same is a mistake. */
    Set<String> texts(String key) {
        asked.add(key);
        Object value = values.get(key);
        List<?> items = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String at = key + "[" + i + "]";
            Object item = items.get(i);
            if (item == null || item instanceof Map || item instanceof List) {
                mistake(at, "must be a single value");
                continue;
            }
            String text = substituted(at, item.toString()).strip();
            if (text.isEmpty()) {
                mistake(at, "is empty");
            } else if (!texts.add(text)) {
                mistake(at, "stands here twice");
            }
        }
        if (items.isEmpty()) {
            mistake(key, "is missing");
        }
        return texts;
    }

    /** As {@link #texts}, and this where the key is not there. */
    Set<String> textsOr(String key, Set<String> fallback) {
        asked.add(key);
        return values.containsKey(key) ? texts(key) : fallback;
    }

    /** A mapping below this one; an empty one when the key is not there. */
    YamlSection section(String key) {
        asked.add(key);
        Object value = values.get(key);
        if (value instanceof Map<?, ?> map) {
            return new YamlSection(mistakes, placeholders, file, prefix + key + ".", map);
        }
        if (value != null) {
            mistake(key, "must hold keys of its own");
        }
        return new YamlSection(mistakes, placeholders, file, prefix + key + ".", Map.of());
    }

    /** All keys and texts of this mapping, whatever they are called. */
    Map<String, String> open() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String key : new ArrayList<>(values.keySet())) {
            all.put(key, text(key, ""));
        }
        return all;
    }

    int count(String key, int fallback, int least, int most) {
        String text = text(key, "");
        if (text.isEmpty() && values.get(key) == null) {
            return fallback;
        }
        if (text.matches("\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        mistake(key, "must be a whole number from %d to %d".formatted(least, most));
        return fallback;
    }

    boolean flag(String key, boolean fallback) {
        String text = text(key, "");
        if (text.isEmpty() && values.get(key) == null) {
            return fallback;
        }
        if (!text.equals("true") && !text.equals("false")) {
            mistake(key, "must be true or false");
        }
        return text.equals("true");
    }

    /** A duration such as {@code 250ms}, {@code 30s}, {@code 5m}, {@code 2h}; never zero. */
    Duration duration(String key, Duration fallback) {
        String text = text(key, "");
        if (text.isEmpty() && values.get(key) == null) {
            return fallback;
        }
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            mistake(key, "must be a duration such as 250ms, 30s, 5m or 2h");
            return fallback;
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    /** Names every key nobody asked for. Called last. */
    void refuseUnknownKeys() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                mistake(key, "is not a known key; known here: " + String.join(", ", asked));
            }
        }
    }

    private String substituted(String key, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String value = placeholders.get(matcher.group(1));
            if (value == null) {
                mistake(key, "${" + matcher.group(1) + "} is not set");
                value = "";
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }
}
