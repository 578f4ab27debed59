package org.clearlane.rules;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of our facts as an expression sees it: fields by name, each taken when it is first asked for, since most rules look
 * at two or three of forty. Belongs to the examination of one claim, so to one thread.
 */
final class FactView extends AbstractMap<String, Object> {

    private final Shape shape;
    private final Object fact;
    private final Object[] taken;

    FactView(Shape shape, Object fact) {
        this.shape = shape;
        this.fact = fact;
        this.taken = new Object[shape.size()];
    }

    @Override
    public boolean containsKey(Object name) {
        return shape.place((String) name) >= 0;
    }

    @Override
    public Object get(Object name) {
        int place = shape.place((String) name);
        if (place < 0) {
            return null;
        }
        if (taken[place] == null) {
            taken[place] = take(shape.at(place));
        }
        return taken[place];
    }

    private Object take(Shape.Field field) {
        Object value = field.get().apply(fact);
        if (field.shape() == null) {
            return value;
        }
        return field.list() ? new Entries(field.shape(), (List<?>) value) : new FactView(field.shape(), value);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Set<Map.Entry<String, Object>> entries = new LinkedHashSet<>();
        for (Shape.Field field : shape.fields()) {
            entries.add(Map.entry(field.name(), get(field.name())));
        }
        return entries;
    }

    /** A list of facts, each shown when it is looked at. */
    private static final class Entries extends AbstractList<Object> {

        private final Shape shape;
        private final List<?> facts;
        private final FactView[] views;

        Entries(Shape shape, List<?> facts) {
            this.shape = shape;
            this.facts = facts;
            this.views = new FactView[facts.size()];
        }

        @Override
        public Object get(int index) {
            if (views[index] == null) {
                views[index] = new FactView(shape, facts.get(index));
            }
            return views[index];
        }

        @Override
        public int size() {
            return views.length;
        }
    }
}
