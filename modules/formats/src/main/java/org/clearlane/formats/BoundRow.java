package org.clearlane.formats;

import java.util.Map;

/**
 * One row as Smooks bound it: fields and their texts.
 *
 * @param line the line of the file in which it begins
 * @param values only fields that hold something
 */
record BoundRow(int line, Map<ClaimField, String> values) {

    String text(ClaimField field) {
        return values.getOrDefault(field, "");
    }
}
