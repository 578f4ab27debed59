package org.clearlane.bank;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A NACHA file as a bank writes it, field by field, with totals of its own arithmetic. */
final class Nacha {

    private final List<String> records = new ArrayList<>();
    private final long[] file = new long[4];
    private long[] batch = new long[4];
    private int batches;
    private int entries;
    private String company = "1512345678";

    Nacha() {
        records.add("101 0910000191512345678260131" + "1200A094101" + pad("FIRST BANK", 23) + pad("NORTHWIND PLAN", 23) + pad("", 8));
    }

    /** A CCD batch of claim payments of this day. */
    Nacha batch(String day) {
        return batch(day, "CCD", "HCCLAIMPMT");
    }

    Nacha batch(String day, String kind, String description) {
        batches++;
        batch = new long[4];
        records.add("5220" + pad("NORTHWIND PLAN", 16) + pad("", 20) + company + kind + pad(description, 10) + pad("", 6)
                + day + "   1" + "09100001" + "%07d".formatted(batches));
        return this;
    }

    /** A credit with a TRN. */
    Nacha pays(long cents, String trace) {
        return entry("22", cents, "TRN*1*" + trace + "*1512345678~");
    }

    Nacha entry(String code, long cents, String addenda) {
        entries++;
        records.add("6" + code + "091000019" + pad("00012345678", 17) + "%010d".formatted(cents) + pad("1234567893", 15)
                + pad("LAKESIDE FAMILY", 22) + "  " + (addenda == null ? "0" : "1") + "09100001"
                + "%07d".formatted(entries));
        count(code.charAt(1) >= '5' ? 2 : 3, cents);
        if (addenda != null) {
            records.add("705" + pad(addenda, 80) + "0001" + "%07d".formatted(entries));
            batch[0]++;
        }
        return this;
    }

    private void count(int side, long cents) {
        batch[0]++;
        batch[1] += 9100001;
        batch[side] += cents;
    }

    Nacha end() {
        records.add("8220" + "%06d%010d%012d%012d".formatted(batch[0], batch[1], batch[2], batch[3]) + company
                + pad("", 25) + "09100001" + "%07d".formatted(batches));
        for (int i = 0; i < 4; i++) {
            file[i] += batch[i];
        }
        return this;
    }

    List<String> records() {
        List<String> all = new ArrayList<>(records);
        int blocks = (all.size() + 1 + 9) / 10;
        all.add("9" + "%06d%06d%08d%010d%012d%012d".formatted(batches, blocks, file[0], file[1], file[2], file[3])
                + pad("", 39));
        while (all.size() % 10 != 0) {
            all.add("9".repeat(94));
        }
        return all;
    }

    byte[] bytes() {
        return bytes(records());
    }

    static byte[] bytes(List<String> records) {
        return (String.join("\n", records) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
