package org.clearlane.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.List;

/** What a plain field of a claim holds in an expression. */
enum Kind {
    TEXT(SimpleType.STRING, "", "text"),
    NUMBER(SimpleType.INT, 0L, "a whole number"),
    FLAG(SimpleType.BOOL, false, "true or false"),
    TEXTS(ListType.create(SimpleType.STRING), List.of(), "a list of texts");

    private final CelType type;
    private final Object absent;
    private final String words;

    Kind(CelType type, Object absent, String words) {
        this.type = type;
        this.absent = absent;
        this.words = words;
    }

    CelType type() {
        return type;
    }

    /** What stands there when an example says nothing. */
    Object absent() {
        return absent;
    }

    String words() {
        return words;
    }
}
