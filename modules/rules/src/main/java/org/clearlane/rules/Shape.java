package org.clearlane.rules;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of fact that expressions may look at (a claim, a line, a person): its fields, what they hold, and how each is
 * taken from ours. What is not listed here no rule can see. Filled once, then only read.
 */
final class Shape {

    /**
     * @param kind what it holds; null for a field that is itself a shape or a list of them
     * @param shape of the field or of each entry; null for a plain field
     * @param meaning for the reference, with the place in the standard
     */
    record Field(String name, Kind kind, Shape shape, boolean list, String meaning, Function<Object, Object> get) {

        CelType type() {
            return kind != null ? kind.type() : list ? ListType.create(shape.type()) : shape.type();
        }

        String typeInWords() {
            return kind != null ? kind.words() : list ? "a list of " + shape.name() : shape.name();
        }
    }

    private final String name;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private Field[] inOrder = {};
    private StructType type;

    Shape(String name) {
        this.name = name;
    }

    @SuppressWarnings("unchecked")
    <T> Shape plain(String field, Kind kind, String meaning, Function<T, Object> get) {
        return add(new Field(field, kind, null, false, meaning, (Function<Object, Object>) (Function<?, ?>) get));
    }

    @SuppressWarnings("unchecked")
    <T> Shape one(String field, Shape shape, String meaning, Function<T, Object> get) {
        return add(new Field(field, null, shape, false, meaning, (Function<Object, Object>) (Function<?, ?>) get));
    }

    @SuppressWarnings("unchecked")
    <T> Shape many(String field, Shape shape, String meaning, Function<T, List<?>> get) {
        return add(new Field(field, null, shape, true, meaning, (Function<Object, Object>) (Function<?, ?>) get));
    }

    private Shape add(Field field) {
        places.put(field.name(), fields.size());
        fields.put(field.name(), field);
        inOrder = fields.values().toArray(Field[]::new);
        return this;
    }

    String name() {
        return name;
    }

    List<Field> fields() {
        return List.of(inOrder);
    }

    Field field(String fieldName) {
        return fields.get(fieldName);
    }

    /** The field's number, or -1. */
    int place(String fieldName) {
        return places.getOrDefault(fieldName, -1);
    }

    Field at(int place) {
        return inOrder[place];
    }

    int size() {
        return inOrder.length;
    }

    StructType type() {
        if (type == null) {
            type = StructType.create(
                    name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field))
                            .map(Field::type));
        }
        return type;
    }

    /** This shape and those of its fields. */
    List<Shape> withNested() {
        List<Shape> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<Shape> into) {
        if (into.contains(this)) {
            return;
        }
        into.add(this);
        for (Field field : inOrder) {
            if (field.shape() != null) {
                field.shape().collect(into);
            }
        }
    }
}
