package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;

/**
 * Walks a file from a practice interchange by interchange and set by set, counting claims and adding up what they
 * charge, from the bytes alone.
 */
final class SetScan {

    /** What one transaction set holds. */
    record ScannedSet(
            String groupControl, String kind, String control, long claims, long cents, long unreadableAmounts) {}

    /** Hears what the bytes hold, in their order. */
    interface Listener {
        void interchange(String control) throws IOException, SQLException;

        void set(ScannedSet set) throws IOException, SQLException;
    }

    private final SegmentScanner scanner;
    private final Listener listener;

    private String groupControl = "";
    private boolean inSet;
    private String kind;
    private String control;
    private long claims;
    private long cents;
    private long unreadableAmounts;

    SetScan(SegmentScanner scanner, Listener listener) {
        this.scanner = scanner;
        this.listener = listener;
    }

    /** Walks to the end. */
    void walk() throws IOException, SQLException {
        while (scanner.next()) {
            if (scanner.is("CLM")) {
                claim();
            } else if (scanner.is("ST")) {
                endSet();
                inSet = true;
                kind = scanner.element(1);
                control = scanner.element(2);
            } else if (scanner.is("SE")) {
                endSet();
            } else if (scanner.is("GS")) {
                endSet();
                groupControl = scanner.element(6);
            } else if (scanner.is("GE")) {
                endSet();
                groupControl = "";
            } else if (scanner.is("ISA")) {
                endSet();
                groupControl = "";
                listener.interchange(scanner.element(13));
            } else if (scanner.is("IEA")) {
                endSet();
                groupControl = "";
            }
        }
        endSet();
    }

    private void claim() {
        if (!inSet || !kind.equals("837")) {
            return;
        }
        claims++;
        Long charge = Cents.parse(scanner.element(2));
        if (charge == null) {
            unreadableAmounts++;
        } else {
            cents += charge;
        }
    }

    private void endSet() throws IOException, SQLException {
        if (inSet) {
            inSet = false;
            listener.set(new ScannedSet(groupControl, kind, control, claims, cents, unreadableAmounts));
            claims = 0;
            cents = 0;
            unreadableAmounts = 0;
        }
    }
}
