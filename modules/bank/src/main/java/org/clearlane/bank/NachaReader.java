package org.clearlane.bank;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.clearlane.model.Money;
import org.clearlane.model.bank.EftReceipt;

/**
 * Reads a NACHA file: records of 94 characters, batches with entries and addenda, amounts in cents, control records whose
 * counts, hashes and totals must hold. Payments are entries of CCD batches that say they pay claims ({@code HCCLAIMPMT} in
 * record 5 field 7) or carry a TRN; what else is in the file is named and left alone. One mistake refuses the file whole.
 *
 * <p>Limits: {@link #MOST_RECORDS} records; {@link #MOST_PROBLEMS} problems are told. For one file and one thread.
 */
public final class NachaReader {

    /** More records than this are no bank's daily file. */
    public static final int MOST_RECORDS = 1_000_000;
    /** How many problems are told. */
    public static final int MOST_PROBLEMS = 100;

    private static final int BLOCK = 10;
    private static final String ASK_AGAIN = "Ask the bank for the file again.";

    private final List<EftReceipt> receipts = new ArrayList<>();
    private final List<OtherEntry> others = new ArrayList<>();
    private final List<BankProblem> problems = new ArrayList<>();
    private final NachaTotals file = new NachaTotals();
    private long batches;
    private NachaRecord batch;
    private NachaTotals batchTotals;
    private NachaRecord entry;
    private NachaRecord addenda;

    private NachaReader() {}

    /** Whether the first bytes are those of a NACHA file: a file header, priority code 01. */
    public static boolean recognises(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "");
        return head.length() >= 40 && head.startsWith("101") && head.startsWith("094", 34);
    }

    /** Reads a whole file. */
    public static BankReading read(byte[] bytes) {
        NachaReader reader = new NachaReader();
        List<String> records = BankText.records(bytes, NachaRecord.SIZE);
        if (records.size() > MOST_RECORDS) {
            reader.problem(0, "The file has more than %,d records.".formatted(MOST_RECORDS), "Take it in in parts.");
        } else {
            reader.file(records);
        }
        return new BankReading(reader.receipts, reader.others, reader.problems);
    }

    private void file(List<String> records) {
        int end = -1;
        for (int i = 0; i < records.size() && problems.size() < MOST_PROBLEMS; i++) {
            String raw = records.get(i);
            if (raw.length() > NachaRecord.SIZE) {
                problem(i + 1, "The record has %d characters instead of 94.".formatted(raw.length()), ASK_AGAIN);
                continue;
            }
            NachaRecord record = NachaRecord.of(i + 1, raw);
            if (end >= 0) {
                if (!record.isFill()) {
                    problem(record.line(), "There is a record behind the file control record.", ASK_AGAIN);
                    return;
                }
            } else if (i == 0) {
                header(record);
            } else if (record.kind() == '9') {
                control(record);
                end = i;
            } else {
                inner(record);
            }
        }
        if (end < 0 && problems.size() < MOST_PROBLEMS) {
            problem(records.size(), "The file control record (9) is missing: the file was cut short.", ASK_AGAIN);
        } else if (end >= 0 && records.size() > end + 1 && records.size() % BLOCK != 0) {
            problem(records.size(), "The last block of ten records is filled in part only.", ASK_AGAIN);
        }
    }

    private void header(NachaRecord record) {
        if (record.kind() != '1') {
            problem(1, "The file does not begin with a file header (record type 1).", "Hand in a NACHA file.");
        } else if (!record.raw(35, 37).equals("094") || !record.raw(38, 39).equals("10") || record.text().charAt(39) != '1') {
            problem(1, "The file header does not say record size 094, blocking factor 10, format 1.", ASK_AGAIN);
        }
    }

    private void inner(NachaRecord record) {
        switch (record.kind()) {
            case '5' -> open(record);
            case '6' -> entry(record);
            case '7' -> addenda(record);
            case '8' -> close(record);
            case '1' -> problem(record.line(), "A second file header stands inside the file.", "Hand files in one by one.");
            default -> problem(
                    record.line(), "There is no record type \"%s\".".formatted(printable(record.kind())), ASK_AGAIN);
        }
    }

    private static String printable(char kind) {
        return kind < ' ' || kind > '~' ? "?" : String.valueOf(kind);
    }

    private void open(NachaRecord record) {
        if (batch != null) {
            problem(record.line(), "A batch begins before the one of line %d has ended.".formatted(batch.line()), ASK_AGAIN);
        }
        batch = record;
        batchTotals = new NachaTotals();
        batches++;
        if (isCcd() && record.day(70).isEmpty()) {
            problem(record.line(), "The effective entry date (70 to 75) is no day.", ASK_AGAIN);
        }
    }

    private boolean isCcd() {
        return batch.raw(51, 53).equals("CCD");
    }

    private void entry(NachaRecord record) {
        settle();
        if (batch == null) {
            problem(record.line(), "An entry stands outside any batch.", ASK_AGAIN);
            return;
        }
        OptionalLong routing = record.number(4, 11);
        OptionalLong amount = record.number(30, 39);
        if (record.number(2, 3).isEmpty()) {
            problem(record.line(), "The transaction code (2 to 3) is not two digits.", ASK_AGAIN);
        }
        if (routing.isEmpty() || !checkDigitHolds(record.raw(4, 12))) {
            problem(record.line(), "The routing number (4 to 12) does not pass its check digit.", ASK_AGAIN);
        }
        if (amount.isEmpty()) {
            problem(record.line(), "The amount (30 to 39) is not ten digits of cents.", ASK_AGAIN);
        }
        if (record.number(80, 94).isEmpty()) {
            problem(record.line(), "The trace number (80 to 94) is not fifteen digits.", ASK_AGAIN);
        }
        batchTotals.entry(routing.orElse(0), isDebit(record), amount.orElse(0));
        entry = record;
    }

    /** Codes of debits end in 5 to 9. */
    private static boolean isDebit(NachaRecord entry) {
        return entry.text().charAt(2) >= '5';
    }

    private static boolean checkDigitHolds(String nine) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            char digit = nine.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            sum += (digit - '0') * (i % 3 == 0 ? 3 : i % 3 == 1 ? 7 : 1);
        }
        return sum % 10 == 0;
    }

    private void addenda(NachaRecord record) {
        if (entry == null) {
            problem(record.line(), "An addenda record follows no entry.", ASK_AGAIN);
            return;
        }
        batchTotals.records++;
        if (entry.text().charAt(78) != '1') {
            problem(record.line(), "The entry of line %d says it has no addenda.".formatted(entry.line()), ASK_AGAIN);
        }
        if (!record.raw(88, 94).equals(entry.raw(88, 94))) {
            problem(record.line(), "The addenda names another entry than the one before it (88 to 94).", ASK_AGAIN);
        }
        if (isCcd() && record.raw(2, 3).equals("05") && addenda != null) {
            problem(record.line(), "A CCD entry has one addenda record at the most.", ASK_AGAIN);
        }
        addenda = record;
    }

    /** The entry before is complete: it becomes a receipt, or is named as something else. */
    private void settle() {
        if (entry == null) {
            return;
        }
        NachaRecord done = entry;
        if (done.text().charAt(78) == '1' && addenda == null) {
            problem(done.line(), "The entry says it has an addenda record, and none follows.", ASK_AGAIN);
        }
        TraceText trace = addenda == null
                ? new TraceText("", "")
                : TraceText.in(addenda.raw(4, 83)).orElse(new TraceText("", ""));
        boolean remark = addenda != null && !addenda.raw(2, 3).equals("05");
        entry = null;
        addenda = null;
        String why = notAPayment(done, trace, remark);
        if (why != null) {
            others.add(new OtherEntry(done.line(), why));
            return;
        }
        Money amount = new Money(done.number(30, 39).orElse(0));
        String account = done.field(13, 29);
        receipts.add(new EftReceipt(
                done.line(),
                isDebit(done) ? amount.negated() : amount,
                batch.day(70).orElse(LocalDate.EPOCH),
                trace.trace(),
                trace.payerTaxId(),
                batch.field(5, 20),
                batch.field(41, 50),
                done.field(40, 54),
                account.substring(Math.max(0, account.length() - 4)),
                done.field(80, 94)));
    }

    /** Null where it is one. */
    private String notAPayment(NachaRecord done, TraceText trace, boolean remark) {
        if (!isCcd()) {
            return "an entry of class " + batch.field(51, 53) + ", which pays no claims";
        }
        if (remark) {
            return "a return or a notice of change, not a payment";
        }
        String code = done.raw(2, 3);
        if (code.equals("23") || code.equals("33") || code.equals("28") || code.equals("38")) {
            return "a trial entry without money";
        }
        if (!List.of("22", "32", "27", "37", "24", "34").contains(code)) {
            return "transaction code " + code + ", which is no payment";
        }
        boolean claims = batch.field(54, 63).equalsIgnoreCase("HCCLAIMPMT");
        return claims || !trace.trace().isEmpty() ? null : "a payment that does not say it is for claims";
    }

    private void close(NachaRecord record) {
        settle();
        if (batch == null) {
            problem(record.line(), "A batch control record stands outside any batch.", ASK_AGAIN);
            return;
        }
        if (!record.raw(2, 4).equals(batch.raw(2, 4))
                || !record.raw(45, 54).equals(batch.raw(41, 50))
                || !record.raw(80, 94).equals(batch.raw(80, 94))) {
            problem(
                    record.line(),
                    "Class, company or number differ from the batch header of line %d.".formatted(batch.line()),
                    ASK_AGAIN);
        }
        compare(record, "batch", batchTotals, 5, 10, 11, 21, 33);
        file.add(batchTotals);
        batch = null;
    }

    private void control(NachaRecord record) {
        settle();
        if (batch != null) {
            problem(record.line(), "The batch of line %d has no control record.".formatted(batch.line()), ASK_AGAIN);
            file.add(batchTotals);
            batch = null;
        }
        same(record, "The number of batches", record.number(2, 7), batches);
        long blocks = (record.line() + BLOCK - 1) / BLOCK;
        same(record, "The number of blocks", record.number(8, 13), blocks);
        compare(record, "file", file, 14, 21, 22, 32, 44);
    }

    private void compare(
            NachaRecord record, String what, NachaTotals totals, int count, int countEnd, int hash, int debit, int credit) {
        same(record, "The count of entries and addenda of the " + what, record.number(count, countEnd), totals.records);
        same(record, "The entry hash of the " + what, record.number(hash, hash + 9), totals.hash);
        money(record, "The debits of the " + what, record.number(debit, debit + 11), totals.debitCents);
        money(record, "The credits of the " + what, record.number(credit, credit + 11), totals.creditCents);
    }

    private void same(NachaRecord record, String what, OptionalLong said, long is) {
        if (said.isEmpty()) {
            problem(record.line(), what + " is not a number.", ASK_AGAIN);
        } else if (said.getAsLong() != is) {
            problem(record.line(), "%s is said to be %d and is %d.".formatted(what, said.getAsLong(), is), ASK_AGAIN);
        }
    }

    private void money(NachaRecord record, String what, OptionalLong said, long is) {
        if (said.isEmpty()) {
            problem(record.line(), what + " are not a number.", ASK_AGAIN);
        } else if (said.getAsLong() != is) {
            problem(
                    record.line(),
                    "%s are said to be %s and are %s.".formatted(what, new Money(said.getAsLong()), new Money(is)),
                    ASK_AGAIN);
        }
    }

    private void problem(int line, String message, String mend) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new BankProblem(line, message, mend));
        }
    }
}
