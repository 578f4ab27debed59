package org.clearlane.judgement;

/** Numbers for the answers we write. Whoever keeps a ledger gives them out from there, so that none is used twice. */
public interface AckControlNumbers {

    /** ISA13 of the next interchange. */
    long interchange();

    /** GS06 of the next group. */
    long group();

    /** BHT03 and 2200A TRN02 of the next 277CA. */
    String trace();

    /** From 1, for answers nobody keeps. */
    static AckControlNumbers fromOne() {
        return new AckControlNumbers() {
            private long interchanges;
            private long groups;
            private long traces;

            @Override
            public long interchange() {
                return ++interchanges;
            }

            @Override
            public long group() {
                return ++groups;
            }

            @Override
            public String trace() {
                return "%09d".formatted(++traces);
            }
        };
    }
}
