package org.clearlane.console.screens.worklist;

import java.util.Optional;

/** Who refused a claim that waits for a biller. */
public enum RefusedBy {
    CLEARLANE("Clearlane"),
    PAYER("The payer"),
    NOBODY("Nobody, it is held");

    private final String words;

    RefusedBy(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Optional<RefusedBy> of(String name) {
        for (RefusedBy by : values()) {
            if (by.name().equalsIgnoreCase(name)) {
                return Optional.of(by);
            }
        }
        return Optional.empty();
    }
}
