package org.clearlane.api.v1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.transactions.t999.ClaimFinding;

/** Findings as programs read them: the words are those of the 999, the 277CA and the pages, letter by letter. */
final class Findings {

    /** The columns of {@code findings} under these names; {@code _ordinal} tells where the next page begins. */
    static final String COLUMNS =
            """
            ordinal as _ordinal, code, message as description, mend as followup_action, lower(severity) as severity, snip,
            nullif(loop, '') as loop, nullif(segment, '') as segment, nullif(position, 0) as position,
            nullif(element, 0) as element, nullif(component, 0) as component, nullif(repeat, 0) as repeat, status,
            source_row as row, source_column as "column"
            """;

    private Findings() {}

    /** What was found in a file that nobody kept: its claims have no id yet, only the practice's own number. */
    static List<Map<String, Object>> of(List<ClaimFinding> all) {
        return all.stream().map(Findings::of).toList();
    }

    private static Map<String, Object> of(ClaimFinding found) {
        Finding finding = found.finding();
        Place place = finding.place();
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", finding.code());
        error.put("description", finding.message());
        error.put("followupAction", finding.mend());
        error.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        error.put("snip", finding.snip());
        text(error, "patientControlNumber", found.patientControlNumber());
        text(error, "loop", place.loop());
        text(error, "segment", place.segment());
        number(error, "position", place.position());
        number(error, "element", place.element());
        number(error, "component", place.component());
        number(error, "repeat", place.repeat());
        if (finding.status() != null) {
            error.put("status", finding.status().toString());
        }
        if (finding.cell() != null) {
            number(error, "row", finding.cell().row());
            text(error, "column", finding.cell().column());
        }
        return error;
    }

    private static void text(Map<String, Object> error, String name, String value) {
        if (value != null && !value.isEmpty()) {
            error.put(name, value);
        }
    }

    private static void number(Map<String, Object> error, String name, int value) {
        if (value != 0) {
            error.put(name, value);
        }
    }
}
