package org.clearlane.formats;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.io.sink.JavaSink;
import org.smooks.io.source.StringSource;

/**
 * Smooks, reading a slice of a table and binding each row to a map from field to text as the layout's
 * {@code smooks-config.xml} says. One Smooks instance for good, a new execution context per slice: what a call needs is
 * gone when it returns.
 *
 * <p>Safe for use by several threads.
 */
final class RowBinder implements AutoCloseable {

    /** A column whose heading is this is read and dropped. */
    static final String IGNORE = "$ignore$";

    /** What {@code smooks-config.xml} must call the list of rows. */
    private static final String ROWS = "rows";

    private final Smooks smooks;

    RowBinder(Smooks smooks) {
        this.smooks = smooks;
    }

    /**
     * Binds a slice.
     *
     * @param slice a heading of field keys, then rows, each ended by a line feed
     * @param lines the line each row begins in
     * @return as many rows as there are lines
     * @throws UnbindableRowsException when Smooks could not read or bind every row
     */
    BoundRow[] bind(String slice, int[] lines) {
        JavaSink sink = new JavaSink();
        try {
            ExecutionContext context = smooks.createExecutionContext();
            smooks.filterSource(context, new StringSource(slice), sink);
        } catch (RuntimeException e) {
            throw new UnbindableRowsException(e);
        }
        if (!(sink.getBean(ROWS) instanceof List<?> bound) || bound.size() != lines.length) {
            throw new UnbindableRowsException(null);
        }
        BoundRow[] rows = new BoundRow[lines.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new BoundRow(lines[i], values(bound.get(i)));
        }
        return rows;
    }

    private static Map<ClaimField, String> values(Object bean) {
        Map<ClaimField, String> values = new EnumMap<>(ClaimField.class);
        if (bean instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                String text = value == null ? "" : value.toString().strip();
                if (!text.isEmpty()) {
                    ClaimField.of(String.valueOf(key)).ifPresent(field -> values.put(field, text));
                }
            });
        }
        return values;
    }

    @Override
    public void close() {
        smooks.close();
    }

    /** A row of the slice did not fit the Smooks configuration. Never leaves this package. */
    static final class UnbindableRowsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnbindableRowsException(Throwable cause) {
            super("a row could not be bound", cause);
        }
    }
}
