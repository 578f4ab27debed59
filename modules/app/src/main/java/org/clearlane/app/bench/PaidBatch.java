package org.clearlane.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clearlane.model.Money;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;
import org.clearlane.x12.X12Writer;

/** One 835 that pays, in a single set, every claim the payer was sent: four fifths of each line, the rest by contract. */
final class PaidBatch {

    private static final String DAY = "20260925";

    private record Line(String procedure, Money charge, String control) {

        Money adjusted() {
            return new Money(charge.cents() / 5);
        }

        Money paid() {
            return charge.minus(adjusted());
        }
    }

    private interface Claim {
        void told(String number, Money charge, List<Line> lines) throws IOException;
    }

    private PaidBatch() {}

    /**
     * @param sent the folder of the interchanges that the payer got
     * @param prefix of the claims to pay
     * @param number ISA13 and part of the trace
     */
    static void write(Path sent, Path remittance, String prefix, int number) throws IOException {
        long[] cents = new long[1];
        each(
                sent,
                prefix,
                (claim, charge, lines) ->
                        lines.forEach(line -> cents[0] += line.paid().cents()));
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(remittance), 1 << 16)) {
            X12Writer x12 = new X12Writer(bytes, Delimiters.USUAL);
            head(x12, new Money(cents[0]), number);
            each(sent, prefix, (claim, charge, lines) -> claim(x12, claim, charge, lines));
            x12.segment("SE", Long.toString(x12.segmentsInSet()), "0001");
            x12.segment("GE", "1", Integer.toString(number));
            x12.segment("IEA", "1", "%09d".formatted(number));
        }
    }

    private static void head(X12Writer x12, Money amount, int number) throws IOException {
        x12.interchangeHeader(
                new String[] {"ZZ", "ZZPAYER1", "ZZ", "CLEARLANE"},
                LocalDateTime.of(2026, 9, 25, 6, 0),
                number,
                false,
                'P');
        x12.segment("GS", "HP", "ZZPAYER1", "CLEARLANE", DAY, "0600", Integer.toString(number), "X", "005010X221A1");
        x12.segment("ST", "835", "0001");
        x12.segment(
                "BPR",
                "I",
                amount.toX12(),
                "C",
                "ACH",
                "CCP",
                "01",
                "999999992",
                "DA",
                "123456",
                "1999999999",
                "",
                "01",
                "999988880",
                "DA",
                "98765",
                DAY);
        x12.segment("TRN", "1", "BENCH" + number, "1999999999");
        x12.segment("DTM", "405", DAY);
        x12.segment("N1", "PR", "BENCH PAYER");
        x12.segment("N3", "1 BENCH WAY");
        x12.segment("N4", "SPRINGFIELD", "IL", "627010001");
        x12.segment("PER", "BL", "EDI DESK", "TE", "5555550100");
        x12.segment("N1", "PE", "BENCH PRACTICE", "XX", "1234567893");
        x12.segment("REF", "TJ", "999123456");
        x12.segment("LX", "1");
    }

    private static void claim(X12Writer x12, String number, Money charge, List<Line> lines) throws IOException {
        Money paid = Money.ZERO;
        for (Line line : lines) {
            paid = paid.plus(line.paid());
        }
        x12.segment("CLP", number, "1", charge.toX12(), paid.toX12(), "", "12", "ICN" + number, "11", "1");
        x12.segment("NM1", "QC", "1", "ZZTEST", "JANE", "", "", "", "MI", "M" + number);
        x12.segment("DTM", "050", DAY);
        for (Line line : lines) {
            x12.segment(
                    "SVC",
                    X12Writer.composite("HC", line.procedure()),
                    line.charge().toX12(),
                    line.paid().toX12(),
                    "",
                    "1");
            x12.segment("DTM", "472", DAY);
            if (!line.adjusted().isZero()) {
                x12.segment("CAS", "CO", "45", line.adjusted().toX12());
            }
            x12.segment("REF", "6R", line.control());
            x12.segment("AMT", "B6", line.paid().toX12());
        }
    }

    private static void each(Path sent, String prefix, Claim claim) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(sent)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            try (X12Reader x12 = new X12Reader(Files.newInputStream(file))) {
                each(x12, prefix, claim);
            }
        }
    }

    private static void each(X12Reader x12, String prefix, Claim claim) throws IOException {
        String number = "";
        Money charge = Money.ZERO;
        List<Line> lines = new ArrayList<>();
        while (x12.next()) {
            Segment segment = x12.segment();
            if (segment.is("CLM") || segment.is("SE")) {
                if (number.startsWith(prefix)) {
                    claim.told(number, charge, lines);
                }
                number = segment.is("CLM") ? segment.element(1) : "";
                charge = segment.is("CLM") ? Money.of(segment.element(2)) : Money.ZERO;
                lines.clear();
            } else if (segment.is("SV1")) {
                lines.add(new Line(segment.component(1, 2), Money.of(segment.element(2)), ""));
            } else if (segment.is("REF") && segment.elementEquals(1, "6R")) {
                Line last = lines.removeLast();
                lines.add(new Line(last.procedure(), last.charge(), segment.element(2)));
            }
        }
    }
}
