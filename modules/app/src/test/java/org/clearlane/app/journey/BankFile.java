package org.clearlane.app.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A bank's NACHA file with one CCD+ credit, field by field; totals of its own arithmetic. */
final class BankFile {

    private static final String BANK = "09100001";

    private final List<String> records = new ArrayList<>();

    /**
     * @param originator TRN03, ten characters
     * @param day the day of settlement as YYMMDD
     * @param addenda the TRN as the payer gave it to its bank
     * @param saidCents what the control records say the credits come to
     */
    private BankFile(String originator, String day, long cents, String addenda, long saidCents) {
        String totals = "%06d%010d%012d%012d".formatted(2, 9100001, 0, saidCents);
        records.add("101 091000019" + originator + day + "1200A094101" + pad("FIRST BANK", 23) + pad("PLAN", 23)
                + pad("", 8));
        records.add("5220" + pad("HEALTH PLAN", 16) + pad("", 20) + originator + "CCD" + pad("HCCLAIMPMT", 10)
                + pad("", 6) + day + "   1" + BANK + "0000001");
        records.add("622091000019" + pad("00012345678", 17) + "%010d".formatted(cents) + pad("2000000010", 15)
                + pad("LAKESIDE FAMILY", 22) + "  1" + BANK + "0000001");
        records.add("705" + pad(addenda, 80) + "0001" + "0000001");
        records.add("8220" + totals + originator + pad("", 25) + BANK + "0000001");
        records.add("9" + "%06d%06d%08d%s".formatted(1, 1, 2, totals.substring(6)) + pad("", 39));
        while (records.size() % 10 != 0) {
            records.add("9".repeat(94));
        }
    }

    /** A file that pays this remittance, with this amount. */
    static byte[] paying(PayerDecision decision, long cents) {
        return of(decision, cents, cents);
    }

    /** The same, whose batch and file say they come to something else. */
    static byte[] of(PayerDecision decision, long cents, long saidCents) {
        String trn = "TRN*1*" + decision.trace() + "*" + decision.originator() + "\\";
        BankFile file = new BankFile(decision.originator(), decision.day().substring(2), cents, trn, saidCents);
        return (String.join("\n", file.records) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
