package org.clearlane.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/**
 * Reads a received file into interchanges, groups and sets, and checks what a payer's front door checks: trailers,
 * counts and control numbers (TA105, AK905, IK502). What is inside a set is left to {@link ClaimSetReader}.
 */
final class ClaimFileReader {

    private final byte[] file;
    private final List<ReceivedInterchange> interchanges = new ArrayList<>();

    private Interchange interchange;
    private Group group;
    private ClaimSetReader set;

    private ClaimFileReader(byte[] file) {
        this.file = file;
    }

    /** Every interchange of the file; none when it is not X12. */
    static List<ReceivedInterchange> read(byte[] file) {
        return new ClaimFileReader(file).read();
    }

    private List<ReceivedInterchange> read() {
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(file))) {
            while (reader.next()) {
                // What the file's end cut off is not the segment that was sent, however whole it looks.
                if (reader.segment().terminatorLength() > 0) {
                    take(reader.segment());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to read", e);
        }
        endInterchange("023", file.length);
        return interchanges;
    }

    private void take(Segment segment) {
        switch (segment.id()) {
            case "ISA" -> {
                endInterchange("023", (int) segment.offset());
                interchange = new Interchange(segment);
            }
            case "GS" -> {
                endGroup("3");
                group = new Group(segment);
            }
            case "ST" -> {
                endSet(null);
                set = new ClaimSetReader(segment);
            }
            case "SE" -> endSet(segment);
            case "GE" -> endGroup(groupFault(segment));
            case "IEA" -> {
                String note = interchangeNote(segment);
                endInterchange(note, (int) segment.offset() + segment.length() + segment.terminatorLength());
            }
            default -> {
                if (set != null) {
                    set.take(segment);
                }
            }
        }
    }

    private void endSet(Segment se) {
        if (set != null && group != null) {
            group.sets.add(set.finish(se));
        }
        set = null;
    }

    private String groupFault(Segment ge) {
        endSet(null);
        if (group == null) {
            return null;
        }
        if (!ge.element(2).equals(group.control)) {
            return "4";
        }
        return isNumber(ge.element(1), group.sets.size()) ? null : "5";
    }

    private void endGroup(String fault) {
        endSet(null);
        if (group != null && interchange != null) {
            interchange.groups.add(group.finish(fault));
        }
        group = null;
    }

    private String interchangeNote(Segment iea) {
        endGroup("3");
        if (interchange == null) {
            return "023";
        }
        if (!iea.element(2).equals(interchange.isa[13])) {
            return "001";
        }
        return isNumber(iea.element(1), interchange.groups.size()) ? "000" : "021";
    }

    private void endInterchange(String note, int to) {
        endGroup("3");
        if (interchange != null) {
            byte[] bytes = Arrays.copyOfRange(file, (int) interchange.offset, Math.min(to, file.length));
            interchanges.add(interchange.finish(note, Draw.sha256Hex(bytes)));
        }
        interchange = null;
    }

    /** A trailer's count, leading zeros allowed. */
    static boolean isNumber(String count, long expected) {
        return count.matches("\\d{1,10}") && Long.parseLong(count) == expected;
    }

    private static final class Interchange {
        private final String[] isa = new String[17];
        private final long offset;
        private final Delimiters delimiters;
        private final List<ReceivedGroup> groups = new ArrayList<>();

        private Interchange(Segment segment) {
            for (int i = 0; i < isa.length; i++) {
                isa[i] = segment.element(i);
            }
            offset = segment.offset();
            delimiters = segment.delimiters();
        }

        private ReceivedInterchange finish(String note, String sha256) {
            return new ReceivedInterchange(
                    isa[5], isa[6].strip(), isa[13], isa[9], isa[10], isa[15], delimiters, groups, note, sha256);
        }
    }

    private static final class Group {
        private final String[] gs = new String[9];
        private final String control;
        private final List<ReceivedSet> sets = new ArrayList<>();

        private Group(Segment segment) {
            for (int i = 0; i < gs.length; i++) {
                gs[i] = segment.element(i);
            }
            control = gs[6];
        }

        private ReceivedGroup finish(String fault) {
            return new ReceivedGroup(gs[1], gs[2], gs[3], control, gs[8], sets, fault);
        }
    }
}
