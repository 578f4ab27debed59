package org.clearlane.pipeline.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.explanation.FilingProof.Raw;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/**
 * The segments of a kept file that are about one claim or the envelopes around it, with the element that matters lit.
 * Segments about other claims are passed over: they are somebody else's.
 */
final class WireSegments {

    private static final int MOST = 40;

    private WireSegments() {}

    /** How the claim left: the headers around it, its CLM, and our number in REF*D9. */
    static List<Raw> sent(InputStream bytes, String setControl, int clmPosition, String ourNumber) throws IOException {
        List<Raw> found = new ArrayList<>();
        try (X12Reader reader = new X12Reader(bytes)) {
            boolean inSet = false;
            int position = 0;
            while (reader.next() && found.size() < MOST) {
                Segment segment = reader.segment();
                switch (segment.id()) {
                    case "ISA" -> found.add(lit(segment, 13));
                    case "GS" -> found.add(lit(segment, 6));
                    case "ST" -> {
                        inSet = segment.elementEquals(2, setControl);
                        position = 0;
                        if (inSet) {
                            found.add(lit(segment, 2));
                        }
                    }
                    default -> {}
                }
                position++;
                if (!inSet) {
                    continue;
                }
                if (segment.is("BHT")) {
                    found.add(lit(segment, 3));
                } else if (segment.is("CLM") && position == clmPosition) {
                    found.add(lit(segment, 1));
                } else if (position > clmPosition
                        && segment.is("REF")
                        && segment.elementEquals(1, "D9")
                        && segment.elementEquals(2, ourNumber)) {
                    found.add(lit(segment, 2));
                    return found;
                } else if (position > clmPosition && (segment.is("CLM") || segment.is("SE"))) {
                    return found;
                }
            }
        }
        return found;
    }

    /** The TA1 about this interchange. */
    static List<Raw> ta1(InputStream bytes, long control) throws IOException {
        List<Raw> found = new ArrayList<>();
        try (X12Reader reader = new X12Reader(bytes)) {
            while (reader.next() && found.size() < MOST) {
                if (reader.segment().is("TA1") && isNumber(reader.segment().element(1), control)) {
                    found.add(lit(reader.segment(), 4));
                }
            }
        }
        return found;
    }

    /** Of a 999: the group, the set, its verdict and the group's. What it says of segments may quote other claims. */
    static List<Raw> ack(InputStream bytes, long groupControl, String setControl) throws IOException {
        List<Raw> found = new ArrayList<>();
        try (X12Reader reader = new X12Reader(bytes)) {
            boolean inGroup = false;
            boolean inSet = false;
            while (reader.next() && found.size() < MOST) {
                Segment segment = reader.segment();
                if (segment.is("AK1")) {
                    inGroup = isNumber(segment.element(2), groupControl);
                    if (inGroup) {
                        found.add(lit(segment, 2));
                    }
                } else if (segment.is("AK2")) {
                    inSet = inGroup && segment.elementEquals(2, setControl);
                    if (inSet) {
                        found.add(lit(segment, 2));
                    }
                } else if (inSet && (segment.is("IK5") || segment.is("AK5"))) {
                    found.add(lit(segment, 1));
                    inSet = false;
                } else if (inGroup && segment.is("AK9")) {
                    found.add(lit(segment, 1));
                    inGroup = false;
                }
            }
        }
        return found;
    }

    /**
     * Of a 277CA: what it says of this claim, from its TRN on.
     *
     * @param reference TRN02 as the payer gave it back
     */
    static List<Raw> claimStatus(InputStream bytes, String reference, String ourNumber) throws IOException {
        List<Raw> all = new ArrayList<>();
        List<Raw> claim = new ArrayList<>();
        boolean inClaim = false;
        boolean others = false;
        try (X12Reader reader = new X12Reader(bytes)) {
            while (reader.next() && all.size() < MOST) {
                Segment segment = reader.segment();
                if (segment.is("TRN") || segment.is("HL") || segment.is("SE")) {
                    if (inClaim && !others) {
                        all.addAll(claim);
                    }
                    claim.clear();
                    others = false;
                    inClaim = segment.is("TRN") && segment.elementEquals(2, reference);
                    if (inClaim) {
                        claim.add(lit(segment, 2));
                    }
                } else if (inClaim && segment.is("STC")) {
                    claim.add(lit(segment, 1));
                } else if (inClaim && segment.is("REF")) {
                    claim.add(lit(segment, 2));
                    others |= segment.elementEquals(1, "D9") && !segment.elementEquals(2, ourNumber);
                } else if (inClaim && segment.is("DTP")) {
                    claim.add(lit(segment, 3));
                }
            }
        }
        return all;
    }

    private static boolean isNumber(String text, long number) {
        String digits = text.strip();
        return digits.matches("\\d{1,18}") && Long.parseLong(digits) == number;
    }

    private static Raw lit(Segment segment, int element) {
        String separator = String.valueOf((char) (segment.delimiters().element() & 0xFF));
        StringBuilder before = new StringBuilder(segment.id());
        StringBuilder after = new StringBuilder();
        for (int i = 1; i <= segment.elementCount(); i++) {
            if (i < element) {
                before.append(separator).append(segment.element(i));
            } else if (i > element) {
                after.append(separator).append(segment.element(i));
            }
        }
        if (element <= segment.elementCount()) {
            before.append(separator);
        }
        String terminator =
                String.valueOf((char) (segment.delimiters().segment() & 0xFF)).strip();
        return new Raw(
                before.toString(),
                element <= segment.elementCount() ? segment.element(element) : "",
                after + terminator);
    }
}
