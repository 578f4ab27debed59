package org.clearlane.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;

/** How commands tell what they did or found: a sentence for people, on stderr; an object for programs, on stdout. */
public final class Told {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Told() {}

    /** A value as programs read it. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Says what a command did to one thing.
     *
     * @param json whether a program asks
     * @param id of the thing
     * @param outcome what it did, in words that never change
     * @param sentence the same for people
     */
    public static void outcome(boolean json, String id, String outcome, String sentence) {
        outcome(json, id, outcome, Map.of(), sentence);
    }

    /**
     * Says what a command did to one thing.
     *
     * @param more what else a program may want to know
     */
    public static void outcome(boolean json, String id, String outcome, Map<String, Object> more, String sentence) {
        if (!json) {
            System.err.println(sentence);
            return;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id);
        all.put("outcome", outcome);
        all.putAll(more);
        System.out.println(json(all));
    }
}
