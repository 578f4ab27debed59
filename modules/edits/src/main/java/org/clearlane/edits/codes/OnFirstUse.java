package org.clearlane.edits.codes;

import java.util.function.Supplier;

/** A table that is read when it is first asked for, once. Safe for use by several threads. */
final class OnFirstUse<T> {

    private final Supplier<T> reading;
    private volatile T table;

    OnFirstUse(Supplier<T> reading) {
        this.reading = reading;
    }

    T get() {
        T known = table;
        return known != null ? known : read();
    }

    private synchronized T read() {
        if (table == null) {
            table = reading.get();
        }
        return table;
    }
}
