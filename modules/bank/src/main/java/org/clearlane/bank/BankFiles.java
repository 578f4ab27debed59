package org.clearlane.bank;

import java.util.List;
import java.util.Optional;

/** Reads a bank's file of any kind this house knows: its bytes decide, its name decides nothing. */
public final class BankFiles {

    private final BankLayouts layouts;

    public BankFiles(BankLayouts layouts) {
        this.layouts = layouts;
    }

    /**
     * What a file turned out to be.
     *
     * @param kind {@code NACHA}, the name of a layout, or {@code unknown}
     * @param reading what is in it
     */
    public record Recognised(String kind, BankReading reading) {}

    /**
     * Reads it.
     *
     * @param layout the layout to read it by, or null: then NACHA, else the one layout whose headings are all there
     */
    public Recognised read(byte[] bytes, String layout) {
        if (layout != null) {
            Optional<BankLayout> named = layouts.named(layout);
            return named.map(known -> new Recognised(known.name(), BankTableReader.read(known, bytes)))
                    .orElseGet(() -> unknown("There is no layout " + layout + " in config/banks.", "Name another."));
        }
        if (NachaReader.recognises(bytes)) {
            return new Recognised("NACHA", NachaReader.read(bytes));
        }
        List<BankLayout> fitting = layouts.all().stream()
                .filter(known -> BankTableReader.recognises(known, bytes))
                .toList();
        if (fitting.size() == 1) {
            return new Recognised(fitting.getFirst().name(), BankTableReader.read(fitting.getFirst(), bytes));
        }
        return fitting.isEmpty()
                ? unknown(
                        "The file is neither NACHA nor a table whose headings a layout in config/banks knows.",
                        "Describe the table in config/banks, or hand in the bank's NACHA file.")
                : unknown("Several layouts fit this table.", "Say which with --bank.");
    }

    private static Recognised unknown(String message, String mend) {
        return new Recognised("unknown", new BankReading(List.of(), List.of(), List.of(new BankProblem(1, message, mend))));
    }
}
