package org.clearlane.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads an interchange we made: its numbers, its counts, and our own number on every claim. */
final class OutboundScan {

    /** One claim in the bytes; {@code d9} empty when it carries no REF*D9. */
    record ScannedClaim(String setControl, String d9, Long cents) {}

    /** Hears each claim. */
    @FunctionalInterface
    interface Listener {
        void claim(ScannedClaim claim);
    }

    private final SegmentScanner scanner;
    private final Listener listener;
    private final List<String> faults = new ArrayList<>();

    private String isa13 = "";
    private String usage = "";
    private String gs06 = "";
    private String guide = "";
    private boolean strangeLine;
    private String st02 = "";
    private int interchanges;
    private int interchangesEnded;
    private long groups;
    private long sets;
    private long segments;
    private final Set<String> setControls = new LinkedHashSet<>();

    private boolean inClaim;
    private boolean inClaimHeader;
    private String d9 = "";
    private Long cents;

    OutboundScan(SegmentScanner scanner, Listener listener) {
        this.scanner = scanner;
        this.listener = listener;
    }

    /** Reads to the end. */
    void walk() throws IOException {
        while (scanner.next()) {
            segments++;
            if (scanner.is("CLM")) {
                endClaim();
                inClaim = true;
                inClaimHeader = true;
                d9 = "";
                cents = Cents.parse(scanner.element(2));
            } else if (scanner.is("REF")) {
                if (inClaimHeader && scanner.element(1).equals("D9")) {
                    d9 = scanner.element(2);
                }
            } else if (scanner.is("NM1") || scanner.is("SBR") || scanner.is("LX")) {
                inClaimHeader = false;
            } else if (scanner.is("HL")) {
                endClaim();
            } else if (scanner.is("SV1") || scanner.is("SV2") || scanner.is("SV3")) {
                line();
            } else {
                envelope();
            }
        }
        endClaim();
        if (interchanges != 1) {
            faults.add("it holds %d interchanges".formatted(interchanges));
        } else if (interchangesEnded != 1) {
            faults.add("it holds %d IEA".formatted(interchangesEnded));
        }
    }

    /** A claim that goes out under the guide of another kind says other things there than its practice meant. */
    private void line() {
        String due =
                switch (guide.length() < 10 ? guide : guide.substring(0, 10)) {
                    case "005010X222" -> "SV1";
                    case "005010X223" -> "SV2";
                    case "005010X224" -> "SV3";
                    default -> "";
                };
        if (!strangeLine && !scanner.is(due)) {
            strangeLine = true;
            faults.add("under the guide %s stands a line that is not of its kind".formatted(guide));
        }
    }

    private void envelope() {
        if (scanner.is("ISA")) {
            interchanges++;
            isa13 = scanner.element(13);
            usage = scanner.element(15);
        } else if (scanner.is("GS")) {
            gs06 = scanner.element(6);
            guide = scanner.element(8);
            groups++;
            sets = 0;
        } else if (scanner.is("ST")) {
            st02 = scanner.element(2);
            sets++;
            segments = 1;
            if (!setControls.add(st02)) {
                faults.add("ST02 %s stands in it twice".formatted(st02));
            }
        } else if (scanner.is("SE")) {
            endClaim();
            expect("SE01", segments, scanner.element(1));
            expect("SE02", st02, scanner.element(2));
        } else if (scanner.is("GE")) {
            expect("GE01", sets, scanner.element(1));
            expect("GE02", gs06, scanner.element(2));
        } else if (scanner.is("IEA")) {
            expect("IEA01", groups, scanner.element(1));
            expect("IEA02", isa13, scanner.element(2));
            interchangesEnded++;
        }
    }

    private void expect(String element, long counted, String said) {
        if (!said.equals(Long.toString(counted))) {
            faults.add("%s says %s, counted are %d".formatted(element, said, counted));
        }
    }

    private void expect(String element, String opened, String said) {
        if (!said.equals(opened)) {
            faults.add("%s says %s, its header says %s".formatted(element, said, opened));
        }
    }

    private void endClaim() {
        if (inClaim) {
            listener.claim(new ScannedClaim(st02, d9, cents));
        }
        inClaim = false;
        inClaimHeader = false;
    }

    /** ISA13. */
    String isa13() {
        return isa13;
    }

    /** ISA15. */
    String usage() {
        return usage;
    }

    /** GS06. */
    String gs06() {
        return gs06;
    }

    /** Every ST02, in order. */
    Set<String> setControls() {
        return setControls;
    }

    /** What is wrong with counts and trailers, in words. */
    List<String> faults() {
        return faults;
    }
}
