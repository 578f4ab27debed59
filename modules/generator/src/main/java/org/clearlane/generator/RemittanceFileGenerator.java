package org.clearlane.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clearlane.x12.X12Writer;

/**
 * Makes 835 files (005010X221A1) from a seed: the same seed and settings always make the same bytes. Every line, claim and
 * payment balances. Streams set by set, so a file may be of any size: only the claims of one payment are held at a time,
 * since BPR02 stands before them. Safe for use by several threads.
 */
public final class RemittanceFileGenerator {

    private static final String GUIDE = "005010X221A1";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final long seed;

    public RemittanceFileGenerator(long seed) {
        this.seed = seed;
    }

    /**
     * Writes one file, one interchange with one group.
     *
     * @param out is flushed and stays open
     * @throws IOException when the stream fails
     */
    public RemittanceTotals write(OutputStream out, RemittanceSettings settings) throws IOException {
        CountingStream counted = new CountingStream(new BufferedOutputStream(out, 1 << 16));
        X12Writer writer = new X12Writer(counted, settings.delimiters());
        Random random = new Random(seed);
        Adjudicator adjudicator = new Adjudicator(settings, random);
        PaymentWriter payments = new PaymentWriter(settings, writer, random);
        String payer = settings.payer().id();
        String[] ids = {"ZZ", payer, "ZZ", "CLEARLANE"};
        writer.interchangeHeader(ids, settings.writtenAt(), settings.interchangeControl(), false, 'P');
        writer.segment(
                "GS",
                "HP",
                payer,
                "CLEARLANE",
                DAY.format(settings.writtenAt()),
                TIME.format(settings.writtenAt()),
                settings.interchangeControl(),
                "X",
                GUIDE);
        long sets = 0;
        for (long first = 1; first <= settings.claims(); first += settings.claimsPerSet()) {
            long last = Math.min(settings.claims(), first + settings.claimsPerSet() - 1);
            List<PaidClaim> paid = new ArrayList<>();
            for (long number = first; number <= last; number++) {
                paid.addAll(adjudicator.decide(number));
            }
            payments.write(++sets, paid);
        }
        writer.segment("GE", sets, settings.interchangeControl());
        writer.segment("IEA", "1", "%09d".formatted(settings.interchangeControl()));
        counted.flush();
        return payments.totals(sets, writer.segmentCount(), counted.bytes());
    }
}
