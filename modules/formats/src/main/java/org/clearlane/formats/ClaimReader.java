package org.clearlane.formats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.x12.Delimiters;

/**
 * Makes a claim of the rows that belong together, or says why not. Changes nothing but notation: dates, zeros behind an
 * amount, the point in a diagnosis, the dash in a ZIP code.
 *
 * <p>Not safe for use by several threads.
 */
final class ClaimReader {

    /** 2400 may repeat so often in a professional claim. */
    static final int MOST_LINES = 50;

    private static final ClaimField[] FIELDS = ClaimField.values();

    private final CsvLayout layout;
    private final TableHeading heading;
    private final Delimiters delimiters;
    private final Consumer<Finding> findings;
    private boolean faulty;

    ClaimReader(CsvLayout layout, TableHeading heading, Delimiters delimiters, Consumer<Finding> findings) {
        this.layout = layout;
        this.heading = heading;
        this.delimiters = delimiters;
        this.findings = findings;
    }

    /** The claim of these rows; empty when something in them was found to be wrong. */
    Optional<CsvClaim> read(List<BoundRow> rows) {
        faulty = false;
        BoundRow first = rows.getFirst();
        rows.stream().skip(1).forEach(row -> compare(first, row));
        Map<ClaimField, String> values = values(first, ClaimField.Level.CLAIM);
        checkDiagnosisGaps(first, values);
        checkRelationship(first, values);
        List<CsvClaim.Line> lines = new ArrayList<>(rows.size());
        for (BoundRow row : rows) {
            lines.add(new CsvClaim.Line(row.line(), values(row, ClaimField.Level.LINE)));
        }
        if (lines.size() > MOST_LINES) {
            found(CsvFinding.LINES_MANY, rows.get(MOST_LINES).line(), "", "");
        }
        Money charge = charge(first, values, lines);
        return faulty ? Optional.empty() : Optional.of(new CsvClaim(first.line(), values, charge, lines));
    }

    /** What the rows of a claim that is left out amount to, as far as they can be read; null when they cannot. */
    static Money chargeOf(List<BoundRow> rows) {
        Optional<Money> claim = Money.parse(rows.getFirst().text(ClaimField.CLAIM_CHARGE));
        if (claim.isPresent()) {
            return claim.get();
        }
        Money sum = Money.ZERO;
        for (BoundRow row : rows) {
            Optional<Money> line = Money.parse(row.text(ClaimField.LINE_CHARGE));
            if (line.isEmpty()) {
                return null;
            }
            sum = sum.plus(line.get());
        }
        return sum;
    }

    private void compare(BoundRow first, BoundRow row) {
        row.values().forEach((field, text) -> {
            if (field.level() == ClaimField.Level.CLAIM && !text.equals(first.text(field))) {
                found(CsvFinding.COLUMNS_DIFFER, row.line(), heading.of(field), text);
            }
        });
    }

    private Map<ClaimField, String> values(BoundRow row, ClaimField.Level level) {
        Map<ClaimField, String> values = new EnumMap<>(ClaimField.class);
        for (ClaimField field : FIELDS) {
            if (field.level() != level) {
                continue;
            }
            String text = row.text(field);
            if (text.isEmpty()) {
                text = layout.defaults().getOrDefault(field, "");
            }
            if (!text.isEmpty()) {
                value(row, field, text).ifPresent(value -> values.put(field, value));
            } else if (layout.mustBeFilled(field)) {
                found(CsvFinding.REQUIRED, row.line(), heading.of(field), "");
            }
        }
        return values;
    }

    private Optional<String> value(BoundRow row, ClaimField field, String text) {
        Optional<String> value =
                switch (field.kind()) {
                    case TEXT -> Optional.of(text);
                    case ZIP -> Optional.of(CellValues.zip(text));
                    case DATE -> or(CellValues.date(text), CsvFinding.DATE, row, field, text);
                    case AMOUNT -> or(CellValues.amount(text), CsvFinding.AMOUNT, row, field, text);
                    case QUANTITY -> or(CellValues.quantity(text), CsvFinding.QUANTITY, row, field, text);
                    case DIAGNOSIS -> or(CellValues.diagnosis(text), CsvFinding.DIAGNOSIS, row, field, text);
                    case POINTERS -> or(CellValues.pointers(text), CsvFinding.POINTERS, row, field, text);
                };
        return value.filter(written -> canBeWritten(row, field, written));
    }

    private Optional<String> or(
            Optional<String> value, CsvFinding otherwise, BoundRow row, ClaimField field, String text) {
        if (value.isEmpty()) {
            found(otherwise, row.line(), heading.of(field), text);
        }
        return value;
    }

    private boolean canBeWritten(BoundRow row, ClaimField field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                found(CsvFinding.CHARACTER, row.line(), heading.of(field), text);
                return false;
            }
            if (delimiters.separates((byte) c)) {
                found(CsvFinding.SEPARATING_CHARACTER, row.line(), heading.of(field), text);
                return false;
            }
        }
        return true;
    }

    private void checkDiagnosisGaps(BoundRow row, Map<ClaimField, String> values) {
        boolean gap = false;
        for (int n = 1; n <= 12; n++) {
            ClaimField field = ClaimField.diagnosis(n);
            boolean filled = !row.text(field).isEmpty() || values.containsKey(field);
            if (filled && gap) {
                found(CsvFinding.DIAGNOSIS_GAP, row.line(), heading.of(field), row.text(field));
                return;
            }
            gap |= !filled;
        }
    }

    /** A patient named beside the subscriber is either the same person or related somehow. */
    private void checkRelationship(BoundRow row, Map<ClaimField, String> values) {
        String relationship = values.getOrDefault(ClaimField.PATIENT_RELATIONSHIP, "18");
        boolean another = differs(values, ClaimField.PATIENT_LAST_NAME, ClaimField.SUBSCRIBER_LAST_NAME)
                || differs(values, ClaimField.PATIENT_FIRST_NAME, ClaimField.SUBSCRIBER_FIRST_NAME)
                || differs(values, ClaimField.PATIENT_BIRTH_DATE, ClaimField.SUBSCRIBER_BIRTH_DATE);
        if (relationship.equals("18") && another) {
            ClaimField field = ClaimField.PATIENT_RELATIONSHIP;
            found(CsvFinding.RELATIONSHIP, row.line(), heading.of(field), row.text(field));
        } else if (!relationship.equals("18") && !values.containsKey(ClaimField.PATIENT_LAST_NAME)) {
            ClaimField field = ClaimField.PATIENT_LAST_NAME;
            found(CsvFinding.REQUIRED, row.line(), heading.of(field), "");
        }
    }

    private static boolean differs(Map<ClaimField, String> values, ClaimField patient, ClaimField subscriber) {
        String patientValue = values.getOrDefault(patient, "");
        return !patientValue.isEmpty() && !patientValue.equalsIgnoreCase(values.getOrDefault(subscriber, ""));
    }

    private Money charge(BoundRow first, Map<ClaimField, String> values, List<CsvClaim.Line> lines) {
        if (heading.has(ClaimField.CLAIM_CHARGE)) {
            String text = values.get(ClaimField.CLAIM_CHARGE);
            if (text == null && first.text(ClaimField.CLAIM_CHARGE).isEmpty()) {
                found(CsvFinding.REQUIRED, first.line(), heading.of(ClaimField.CLAIM_CHARGE), "");
            }
            return text == null ? Money.ZERO : Money.of(text);
        }
        Money sum = Money.ZERO;
        for (CsvClaim.Line line : lines) {
            String text = line.values().get(ClaimField.LINE_CHARGE);
            sum = text == null ? sum : sum.plus(Money.of(text));
        }
        return sum;
    }

    private void found(CsvFinding what, int row, String column, String value) {
        faulty = true;
        findings.accept(what.at(row, column, value));
    }
}
