package org.clearlane.pipeline.bank;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearlane.bank.BankFiles;
import org.clearlane.bank.BankProblem;
import org.clearlane.model.Money;
import org.clearlane.model.bank.EftReceipt;
import org.clearlane.pipeline.posting.PayeePractice;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.BankLedger;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Worklist;

/**
 * Takes a bank's file: its bytes are kept, then all its entries are entered in one transaction, or none. The same bytes are
 * one file; the same entry told by two files is one receipt, by the bank's own number of it where it has one.
 */
public final class TakeBankFile {

    /** A bank's day in bytes; larger files are refused unread. */
    public static final long LARGEST = 128L << 20;

    private final Ledger ledger;
    private final Archive archive;
    private final BankFiles files;
    private final Profiles profiles;

    public TakeBankFile(Ledger ledger, Archive archive, BankFiles files, Profiles profiles) {
        this.ledger = ledger;
        this.archive = archive;
        this.files = files;
        this.profiles = profiles;
    }

    /** What became of a file. */
    public sealed interface Taken {

        /**
         * @param total entries that pay claims
         * @param known of them, those another file told before
         * @param others entries that pay no claims
         */
        record Good(String fileId, String kind, int total, int known, int others, Money amount) implements Taken {}

        /** The same bytes came before. */
        record Repeat(String fileId) implements Taken {}

        /** Nothing of it was taken. */
        record Refused(String fileId, List<BankProblem> problems) implements Taken {}
    }

    /**
     * Takes one.
     *
     * @param door {@code folder} or {@code command}
     * @param name what the operator calls it; data, never a path
     * @param layout the bank's layout, or null to recognise it
     */
    public Taken take(String door, String name, byte[] bytes, String layout) {
        Archive.Kept kept = archive.keep(new ByteArrayInputStream(bytes), LARGEST);
        BankFiles.Recognised file = files.read(bytes, layout);
        return ledger.transact(tx -> enter(tx, door, name, kept, file));
    }

    private Taken enter(Tx tx, String door, String name, Archive.Kept kept, BankFiles.Recognised file)
            throws SQLException {
        BankLedger.lock(tx);
        Optional<String> before = BankLedger.known(tx, kept.sha256());
        if (before.isPresent()) {
            return new Taken.Repeat(before.get());
        }
        String id = tx.ids().next("bnk_");
        if (!file.reading().isGood()) {
            return refuse(tx, id, door, name, kept, file);
        }
        List<EftReceipt> receipts = file.reading().receipts();
        List<String> keys = keys(receipts);
        Set<String> known = new HashSet<>(BankLedger.knownKeys(tx, keys));
        Money sum = Money.ZERO;
        for (EftReceipt receipt : receipts) {
            sum = sum.plus(receipt.amount());
        }
        int others = file.reading().others().size();
        BankLedger.file(
                tx,
                id,
                door,
                name,
                kept,
                new BankLedger.FileOutcome(file.kind(), "TAKEN", receipts.size(), known.size(), others, sum, null));
        for (int i = 0; i < receipts.size(); i++) {
            if (!known.contains(keys.get(i))) {
                String practice = PayeePractice.ofAny(profiles, receipts.get(i).payeeNumber())
                        .orElse(null);
                BankLedger.receipt(tx, id, keys.get(i), practice, receipts.get(i));
            }
        }
        return new Taken.Good(id, file.kind(), receipts.size(), known.size(), others, sum);
    }

    private static Taken refuse(
            Tx tx, String id, String door, String name, Archive.Kept kept, BankFiles.Recognised file)
            throws SQLException {
        BankProblem first = file.reading().problems().getFirst();
        BankLedger.file(
                tx,
                id,
                door,
                name,
                kept,
                new BankLedger.FileOutcome(file.kind(), "REFUSED", 0, 0, 0, Money.ZERO, first.inWords()));
        Worklist.put(
                tx,
                Worklist.Kind.REFUSED_BANK_FILE,
                id,
                null,
                null,
                "A bank's file was refused whole: " + first.inWords(),
                null);
        return new Taken.Refused(id, file.reading().problems());
    }

    /**
     * What makes two entries the same: the bank's number, day, amount, trace and payer; and where all that is the same
     * within one file, which of them it is. Two equal payments of one day stay two, and told again they are the same two.
     */
    private static List<String> keys(List<EftReceipt> receipts) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (EftReceipt receipt : receipts) {
            String facts = String.join(
                    "\u001f",
                    receipt.bankReference(),
                    receipt.settledOn().toString(),
                    receipt.amount().toString(),
                    receipt.trace(),
                    receipt.payerTaxId(),
                    receipt.companyId(),
                    receipt.payerName(),
                    receipt.payeeNumber(),
                    receipt.accountEnd());
            keys.add(hash(facts + '\u001f' + seen.merge(facts, 1, Integer::sum)));
        }
        return keys;
    }

    private static String hash(String facts) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
