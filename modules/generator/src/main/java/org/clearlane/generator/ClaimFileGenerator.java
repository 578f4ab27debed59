package org.clearlane.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clearlane.x12.X12Writer;

/**
 * Makes 837P, 837I and 837D files from a seed: the same seed and settings always make the same bytes. Streams, so a file
 * may be of any size. Every claim is good, save those that are asked to be faulty, and the totals that come back say
 * exactly what was written. Safe for use by several threads: nothing is kept between two files.
 */
public final class ClaimFileGenerator {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final long seed;

    public ClaimFileGenerator(long seed) {
        this.seed = seed;
    }

    /**
     * Writes one file, one interchange with one group.
     *
     * @param out is flushed and stays open
     * @throws IOException when the stream fails
     */
    public GeneratedTotals write(OutputStream out, GeneratorSettings settings) throws IOException {
        CountingStream counted = new CountingStream(new BufferedOutputStream(out, 1 << 16));
        X12Writer writer = new X12Writer(counted, settings.delimiters());
        Random random = new Random(seed);
        ClaimWriter claims = new ClaimWriter(settings, writer, random);
        Map<Fault, Long> faulty = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            faulty.put(fault, 0L);
        }
        String day = DAY.format(settings.writtenAt());
        String time = TIME.format(settings.writtenAt());
        String[] ids = {"ZZ", settings.senderId(), "ZZ", settings.receiverId()};
        writer.interchangeHeader(ids, settings.writtenAt(), settings.interchangeControl(), true, settings.usage());
        writer.segment(
                "GS",
                "HC",
                settings.senderId(),
                settings.receiverId(),
                day,
                time,
                settings.interchangeControl(),
                "X",
                settings.kind().guide());
        long sets = 0;
        for (long first = 1; first <= settings.claims(); first += settings.claimsPerSet()) {
            int inSet = (int) Math.min(settings.claimsPerSet(), settings.claims() - first + 1);
            sets++;
            String control = "%04d".formatted(sets);
            writer.segment("ST", "837", control, settings.kind().guide());
            writer.segment("BHT", "0019", "00", reference(settings, sets), day, time, "CH");
            parties(writer, settings);
            claims(writer, settings, claims, random, faulty, first, inSet);
            writer.segment("SE", writer.segmentsInSet(), control);
        }
        writer.segment("GE", sets, settings.interchangeControl());
        writer.segment("IEA", "1", "%09d".formatted(settings.interchangeControl()));
        counted.flush();
        return new GeneratedTotals(
                settings.claims(),
                claims.cents(),
                claims.lines(),
                sets,
                writer.segmentCount(),
                counted.bytes(),
                faulty);
    }

    private static String reference(GeneratorSettings settings, long set) {
        return settings.numberPrefix() + settings.interchangeControl() + "-" + set;
    }

    private static void parties(X12Writer writer, GeneratorSettings settings) throws IOException {
        writer.segment("NM1", "41", "2", settings.practice().name(), "", "", "", "", "46", settings.senderId());
        writer.segment("PER", "IC", "ZzBILLING OFFICE", "TE", "5550100100");
        writer.segment("NM1", "40", "2", settings.receiverId(), "", "", "", "", "46", settings.receiverId());
    }

    /** The claims of one set, shared out to the practice's NPIs in turn, each in a 2000A of its own. */
    private static void claims(
            X12Writer writer,
            GeneratorSettings settings,
            ClaimWriter claims,
            Random random,
            Map<Fault, Long> faulty,
            long first,
            int inSet)
            throws IOException {
        List<String> npis = settings.practice().npis();
        Map<Fault, Integer> shares = inOrder(settings.faultsPerTenThousand());
        int hl = 0;
        int providerHl = 0;
        int block = -1;
        for (int i = 0; i < inSet; i++) {
            int turn = (int) ((long) i * npis.size() / inSet);
            if (turn != block) {
                block = turn;
                providerHl = ++hl;
                billingProvider(writer, settings, npis.get(turn), providerHl);
            }
            Fault fault = draw(shares, random.nextInt(10_000));
            if (fault != null) {
                faulty.merge(fault, 1L, Long::sum);
            }
            hl = claims.write(first + i, fault, hl, providerHl);
        }
    }

    /** In the order of the faults, so that the draw does not depend on how the map was made. */
    private static Map<Fault, Integer> inOrder(Map<Fault, Integer> asked) {
        Map<Fault, Integer> all = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            all.put(fault, asked.getOrDefault(fault, 0));
        }
        return all;
    }

    private static Fault draw(Map<Fault, Integer> shares, int lot) {
        int upTo = 0;
        for (Map.Entry<Fault, Integer> share : shares.entrySet()) {
            upTo += share.getValue();
            if (lot < upTo) {
                return share.getKey();
            }
        }
        return null;
    }

    private static void billingProvider(X12Writer writer, GeneratorSettings settings, String npi, int hl)
            throws IOException {
        GeneratedPractice practice = settings.practice();
        writer.segment("HL", hl, "", "20", "1");
        writer.segment("PRV", "BI", "PXC", "207Q00000X");
        writer.segment("NM1", "85", "2", practice.name(), "", "", "", "", "XX", npi);
        writer.segment("N3", "100 MAIN ST");
        writer.segment("N4", "AUSTIN", "TX", "787010000");
        writer.segment("REF", "EI", practice.taxId());
    }
}
