package org.clearlane.console.screens.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A column of the list of claims that one can have or leave out; the number that leads to the claim is always there. */
public enum ClaimColumn {
    PATIENT("Patient"),
    PAYER("Payer"),
    SERVICE("Service"),
    CHARGE("Charge"),
    PAID("Paid"),
    STATE("State"),
    RECEIVED("Received"),
    WHOSE("Whose");

    private final String label;

    ClaimColumn(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As they were kept; all of them where nobody chose, or where nothing of it is known any more. */
    static Set<ClaimColumn> of(String kept) {
        return chosen(Arrays.asList(kept.split(",")));
    }

    /** Those of these names; all of them where it is none. */
    static Set<ClaimColumn> chosen(Collection<String> names) {
        List<ClaimColumn> some = new ArrayList<>();
        for (ClaimColumn column : values()) {
            if (names.contains(column.name())) {
                some.add(column);
            }
        }
        return some.isEmpty() ? EnumSet.allOf(ClaimColumn.class) : EnumSet.copyOf(some);
    }

    static String kept(Set<ClaimColumn> columns) {
        return columns.stream().map(ClaimColumn::name).collect(Collectors.joining(","));
    }
}
