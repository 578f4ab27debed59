package org.clearlane.console.screens.worklist;

import java.util.Optional;

/** How long a claim has been waiting for somebody, in days since it was refused or held. */
public enum Age {
    WEEK("0–7 days", 0, 8),
    MONTH("8–30 days", 8, 31),
    TWO_MONTHS("31–60 days", 31, 61),
    THREE_MONTHS("61–90 days", 61, 91),
    OLDER("over 90 days", 91, 36_500);

    private final String words;
    private final int from;
    private final int before;

    Age(String words, int from, int before) {
        this.words = words;
        this.from = from;
        this.before = before;
    }

    public String words() {
        return words;
    }

    /** The youngest it may be, in whole days. */
    int from() {
        return from;
    }

    /** One day more than the oldest it may be. */
    int before() {
        return before;
    }

    static Optional<Age> of(String name) {
        for (Age age : values()) {
            if (age.name().equalsIgnoreCase(name)) {
                return Optional.of(age);
            }
        }
        return Optional.empty();
    }
}
