package org.clearlane.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A mapping of the settings file. Collects mistakes with their place instead of stopping at the first. */
final class SettingsNode {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String place;
    private final List<String> mistakes;

    SettingsNode(Object value, String place, List<String> mistakes) {
        this.place = place;
        this.mistakes = mistakes;
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> values.put(String.valueOf(key), entry));
        } else if (value != null) {
            mistake("", "is not a mapping");
        }
    }

    void mistake(String key, String what) {
        mistakes.add((key.isEmpty() ? place : at(key)) + " " + what);
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    String text(String key, String otherwise) {
        Object value = values.remove(key);
        if (value instanceof Map || value instanceof List) {
            mistake(key, "is not a single value");
            return otherwise;
        }
        return value == null ? otherwise : value.toString();
    }

    /** A text that X12 can carry with any separators in use. */
    String matching(String key, String otherwise, String pattern, String described) {
        String value = text(key, otherwise);
        if (value != null && !value.matches(pattern)) {
            mistake(key, "is not " + described);
        }
        return value;
    }

    long number(String key, long otherwise, long least) {
        String value = text(key, null);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least) {
                return number;
            }
            mistake(key, "is below " + least);
        } catch (NumberFormatException e) {
            mistake(key, "is not a whole number");
        }
        return otherwise;
    }

    /** A percentage from 0 to 100 with up to two decimals, as basis points. */
    int percent(String key, int otherwise) {
        String value = text(key, null);
        if (value == null) {
            return otherwise;
        }
        try {
            int basisPoints = new BigDecimal(value).movePointRight(2).intValueExact();
            if (basisPoints >= 0 && basisPoints <= 10_000) {
                return basisPoints;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Told below, like a number out of range.
        }
        mistake(key, "is not a percentage from 0 to 100");
        return otherwise;
    }

    Long cents(String key) {
        String value = text(key, null);
        if (value == null) {
            return null;
        }
        try {
            return Cents.parse(value);
        } catch (ArithmeticException | NumberFormatException e) {
            mistake(key, "is not an amount");
            return null;
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> of, E otherwise) {
        String value = text(key, null);
        if (value == null) {
            if (otherwise == null) {
                mistake(key, "is missing");
                return of.getEnumConstants()[0];
            }
            return otherwise;
        }
        for (E one : of.getEnumConstants()) {
            if (name(one).equals(value.toLowerCase(Locale.ROOT))) {
                return one;
            }
        }
        mistake(
                key,
                "is none of "
                        + List.of(of.getEnumConstants()).stream()
                                .map(SettingsNode::name)
                                .toList());
        return otherwise == null ? of.getEnumConstants()[0] : otherwise;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> texts(String key) {
        Object value = values.remove(key);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    SettingsNode child(String key) {
        return new SettingsNode(values.remove(key), at(key), mistakes);
    }

    List<SettingsNode> children(String key) {
        Object value = values.remove(key);
        List<SettingsNode> children = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                children.add(new SettingsNode(list.get(i), "%s[%d]".formatted(at(key), i + 1), mistakes));
            }
        } else if (value != null) {
            mistake(key, "is not a list");
        }
        return children;
    }

    /** Called when everything known has been taken out: what is left is a mistake. */
    void nothingElse() {
        values.keySet().forEach(key -> mistake(key, "is not known here"));
    }
}
