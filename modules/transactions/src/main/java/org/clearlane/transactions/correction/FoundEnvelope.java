package org.clearlane.transactions.correction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/**
 * What stands around a claim in the file it came in, as it stands there: some of it may be what the file was refused for.
 *
 * @param ids ISA05 to ISA08, without their padding
 * @param groupIds GS02 and GS03
 * @param transactionType BHT06
 * @param parties the segments of 1000A and 1000B
 */
public record FoundEnvelope(
        List<String> ids, List<String> groupIds, String usage, String transactionType, List<String> parties) {

    private static final FoundEnvelope NOTHING =
            new FoundEnvelope(List.of("", "", "", ""), List.of("", ""), "", "", List.of());

    private static final int MOST_PARTY_SEGMENTS = 20;

    public FoundEnvelope {
        ids = List.copyOf(ids);
        groupIds = List.copyOf(groupIds);
        parties = List.copyOf(parties);
    }

    /** Reads a file as far as the last of these bytes and says for each what stands around it. */
    public static Map<Long, FoundEnvelope> around(InputStream file, Collection<Long> offsets) throws IOException {
        TreeSet<Long> wanted = new TreeSet<>(offsets);
        Map<Long, FoundEnvelope> found = new HashMap<>();
        FoundEnvelope now = NOTHING;
        boolean header = false;
        X12Reader reader = new X12Reader(file);
        while (!wanted.isEmpty() && reader.next()) {
            Segment segment = reader.segment();
            while (!wanted.isEmpty() && wanted.first() <= segment.offset()) {
                found.put(wanted.pollFirst(), now);
            }
            switch (segment.id()) {
                case "ISA" ->
                    now = new FoundEnvelope(
                            List.of(
                                    segment.element(5).strip(),
                                    segment.element(6).strip(),
                                    segment.element(7).strip(),
                                    segment.element(8).strip()),
                            List.of("", ""),
                            segment.element(15).strip(),
                            "",
                            List.of());
                case "GS" ->
                    now = new FoundEnvelope(
                            now.ids, List.of(segment.element(2), segment.element(3)), now.usage, "", List.of());
                case "ST" -> {
                    header = true;
                    now = new FoundEnvelope(now.ids, now.groupIds, now.usage, "", List.of());
                }
                case "BHT" ->
                    now = new FoundEnvelope(now.ids, now.groupIds, now.usage, segment.element(6), now.parties);
                case "HL", "CLM", "SE" -> header = false;
                default -> now = header ? now.withParty(segment) : now;
            }
        }
        FoundEnvelope last = now;
        wanted.forEach(offset -> found.put(offset, last));
        return found;
    }

    private FoundEnvelope withParty(Segment segment) {
        if (parties.size() >= MOST_PARTY_SEGMENTS) {
            return this;
        }
        List<String> more = new ArrayList<>(parties);
        more.add(new String(segment.bytes(), StandardCharsets.ISO_8859_1));
        return new FoundEnvelope(ids, groupIds, usage, transactionType, more);
    }
}
