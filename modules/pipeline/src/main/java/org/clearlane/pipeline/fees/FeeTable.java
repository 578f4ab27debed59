package org.clearlane.pipeline.fees;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.ledger.FeeLedger;

/**
 * A fee schedule as a table: {@code payer,procedure,modifier,valid_from,valid_to,amount} and, where contracts differ,
 * {@code practice}. Days are {@code yyyy-MM-dd}; the last one may be empty. One mistake refuses the table whole.
 */
public record FeeTable(List<FeeLedger.Row> rows, List<String> problems) {

    private static final int MOST_PROBLEMS = 100;
    private static final List<String> NEEDED = List.of("payer", "procedure", "valid_from", "amount");

    public FeeTable {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** Reads it against the payers and practices that are described. */
    public static FeeTable read(Reader table, Profiles profiles) throws IOException {
        List<FeeLedger.Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(table)) {
            boolean first = true;
            for (NamedCsvRecord row : records) {
                if (first) {
                    NEEDED.stream()
                            .filter(column -> !row.getHeader().contains(column))
                            .forEach(column -> problems.add("line 1: the column " + column + " is missing"));
                    first = false;
                }
                if (problems.size() >= MOST_PROBLEMS || !row.getHeader().containsAll(NEEDED)) {
                    break;
                }
                row(row, profiles, problems).ifPresent(rows::add);
            }
            if (first) {
                problems.add("the table holds no rows");
            }
        } catch (CsvParseException e) {
            problems.add("the table cannot be read as comma separated values");
        }
        return new FeeTable(problems.isEmpty() ? rows : List.of(), problems);
    }

    private static Optional<FeeLedger.Row> row(NamedCsvRecord row, Profiles profiles, List<String> problems) {
        int before = problems.size();
        String at = "line " + row.getStartingLineNumber() + ": ";
        String payer = cell(row, "payer");
        String practice = cell(row, "practice");
        String procedure = cell(row, "procedure");
        String modifier = cell(row, "modifier");
        if (profiles.payer(payer).isEmpty()) {
            problems.add(at + "nobody described the payer \"" + payer + "\"");
        }
        if (!practice.isEmpty() && profiles.practice(practice).isEmpty()) {
            problems.add(at + "nobody described the practice \"" + practice + "\"");
        }
        if (!procedure.matches("[A-Z0-9]{5}")) {
            problems.add(at + "a procedure has five letters or digits");
        }
        if (!modifier.matches("([A-Z0-9]{2})?")) {
            problems.add(at + "a modifier has two letters or digits");
        }
        LocalDate from = day(cell(row, "valid_from"));
        String last = cell(row, "valid_to");
        LocalDate to = day(last);
        if (from == null || to == null && !last.isEmpty() || to != null && from != null && to.isBefore(from)) {
            problems.add(at + "valid_from and valid_to must be days such as 2026-01-31, in this order");
        }
        Optional<Money> amount = Money.parse(cell(row, "amount")).filter(money -> !money.isNegative());
        if (amount.isEmpty()) {
            problems.add(at + "the amount must be dollars and cents");
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new FeeLedger.Row(
                payer, practice.isEmpty() ? null : practice, procedure, modifier, from, to, amount.orElseThrow()));
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
