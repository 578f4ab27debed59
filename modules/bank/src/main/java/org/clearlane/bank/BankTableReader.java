package org.clearlane.bank;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clearlane.bank.BankLayout.Field;
import org.clearlane.model.Money;
import org.clearlane.model.bank.EftReceipt;

/**
 * Reads a bank's table by its layout. The heading is the first row; a row whose day or amount cannot be read refuses the
 * table whole. A trace number that has no column of its own is looked for in the description, where banks put it as TRN.
 */
public final class BankTableReader {

    private static final int MOST_PROBLEMS = 100;

    private final BankLayout layout;
    private final DateTimeFormatter days;
    private final List<EftReceipt> receipts = new ArrayList<>();
    private final List<OtherEntry> others = new ArrayList<>();
    private final List<BankProblem> problems = new ArrayList<>();
    private final Map<Field, Integer> at = new EnumMap<>(Field.class);
    private int onlyAt = -1;

    private BankTableReader(BankLayout layout) {
        this.layout = layout;
        this.days = DateTimeFormatter.ofPattern(layout.dateFormat().replace("yyyy", "uuuu"), Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Whether the first row holds every heading this layout names. */
    public static boolean recognises(BankLayout layout, byte[] bytes) {
        try (CsvReader<CsvRecord> rows = open(layout, bytes)) {
            for (CsvRecord row : rows) {
                List<String> headings = headings(row);
                return layout.columns().values().stream().allMatch(heading -> headings.contains(plain(heading)));
            }
            return false;
        } catch (java.io.IOException | CsvParseException e) {
            return false;
        }
    }

    /** Reads a whole table. */
    public static BankReading read(BankLayout layout, byte[] bytes) {
        BankTableReader reader = new BankTableReader(layout);
        try (CsvReader<CsvRecord> rows = open(layout, bytes)) {
            boolean first = true;
            for (CsvRecord row : rows) {
                if (first) {
                    first = false;
                    reader.heading(row);
                } else if (reader.problems.size() < MOST_PROBLEMS) {
                    reader.row(row);
                }
            }
            if (first) {
                reader.problem(0, "The file is empty.", "Export the table again.");
            }
        } catch (java.io.IOException | CsvParseException e) {
            reader.problem(0, "The table cannot be read as comma separated values.", "Export it again.");
        }
        return new BankReading(reader.receipts, reader.others, reader.problems);
    }

    private static CsvReader<CsvRecord> open(BankLayout layout, byte[] bytes) {
        int from = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3 : 0;
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        return CsvReader.builder()
                .fieldSeparator(layout.separator())
                .ofCsvRecord(text);
    }

    private static List<String> headings(CsvRecord row) {
        return row.getFields().stream().map(BankTableReader::plain).toList();
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    private void heading(CsvRecord row) {
        List<String> headings = headings(row);
        layout.columns().forEach((field, heading) -> {
            int place = headings.indexOf(plain(heading));
            if (place < 0) {
                problem(1, "The column \"" + heading + "\" is missing.", "Export the table with it, or name another layout.");
            }
            at.put(field, place);
        });
        if (layout.only() != null) {
            onlyAt = headings.indexOf(plain(layout.only().column()));
            if (onlyAt < 0) {
                problem(
                        1,
                        "The column \"" + layout.only().column() + "\" is missing.",
                        "Export the table with it, or name another layout.");
            }
        }
    }

    private void row(CsvRecord row) {
        int line = Math.toIntExact(row.getStartingLineNumber());
        if (!problems.isEmpty() && at.containsValue(-1)) {
            return;
        }
        if (row.getFields().stream().allMatch(String::isBlank)) {
            return;
        }
        if (onlyAt >= 0 && !layout.only().values().contains(cell(row, onlyAt))) {
            others.add(new OtherEntry(line, "not one of the rows the layout takes"));
            return;
        }
        Optional<LocalDate> day = day(cell(row, Field.DATE));
        Optional<Money> amount = amount(cell(row, Field.AMOUNT));
        if (day.isEmpty()) {
            problem(line, "The day is not written as " + layout.dateFormat() + ".", "Correct the cell or the layout.");
        }
        if (amount.isEmpty()) {
            problem(line, "The amount is not dollars and cents.", "Correct the cell; a dollar sign and commas are fine.");
        }
        if (day.isEmpty() || amount.isEmpty()) {
            return;
        }
        TraceText trace = trace(row);
        String account = cell(row, Field.ACCOUNT);
        receipts.add(new EftReceipt(
                line,
                amount.get(),
                day.get(),
                trace.trace(),
                trace.payerTaxId(),
                cell(row, Field.PAYER_NAME),
                "",
                cell(row, Field.PAYEE_NUMBER),
                account.substring(Math.max(0, account.length() - 4)),
                cell(row, Field.REFERENCE)));
    }

    private TraceText trace(CsvRecord row) {
        String own = cell(row, Field.TRACE);
        String payer = cell(row, Field.PAYER_TAX_ID);
        Optional<TraceText> found =
                TraceText.in(own).or(() -> TraceText.in(cell(row, Field.DESCRIPTION)));
        if (found.isPresent()) {
            return new TraceText(
                    found.get().trace(),
                    found.get().payerTaxId().isEmpty() ? payer : found.get().payerTaxId());
        }
        return new TraceText(own, payer);
    }

    private Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, days));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As tables write money: {@code $1,234.50}, {@code (25.00)} and {@code -25.00} for money taken back. */
    static Optional<Money> amount(String text) {
        boolean back = text.startsWith("(") && text.endsWith(")");
        String bare = back ? text.substring(1, text.length() - 1) : text;
        bare = bare.replace("$", "").replaceAll(",(?=\\d{3}(\\D|$))", "").strip();
        // A table that writes a third decimal does not write dollars and cents.
        if (!bare.matches("-?\\d*(\\.\\d{0,2})?")) {
            return Optional.empty();
        }
        return Money.parse(bare).map(money -> back ? money.negated() : money);
    }

    private String cell(CsvRecord row, Field field) {
        return cell(row, at.getOrDefault(field, -1));
    }

    private static String cell(CsvRecord row, int place) {
        return place < 0 || place >= row.getFieldCount() ? "" : row.getField(place).strip();
    }

    private void problem(int line, String message, String mend) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new BankProblem(line, message, mend));
        }
    }
}
