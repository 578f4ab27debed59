package org.clearlane.bank;

/** What a batch or a file of NACHA comes to, for comparison with what its control record says. */
final class NachaTotals {

    /** Entry hashes are kept to ten digits. */
    private static final long HASH_MODULUS = 10_000_000_000L;

    long records;
    long hash;
    long debitCents;
    long creditCents;

    void entry(long routing, boolean debit, long cents) {
        records++;
        hash = (hash + routing) % HASH_MODULUS;
        if (debit) {
            debitCents += cents;
        } else {
            creditCents += cents;
        }
    }

    void add(NachaTotals other) {
        records += other.records;
        hash = (hash + other.hash) % HASH_MODULUS;
        debitCents += other.debitCents;
        creditCents += other.creditCents;
    }
}
