package org.clearlane.custody;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The part of I5 that asks the other side. A simulated payer keeps {@code journal.tsv}, a line for each interchange it
 * received (time, name, sha256, ISA13, GS06, sets, claims, charge, marker, receipt, interchange sha256, sender), and
 * {@code claims.tsv}, a line for each claim (ISA13, ST02, CLM01, REF*D9, charge, receipt). Tab-separated, no header.
 */
final class PayerJournals {

    private static final String BY_BYTES =
            "select id, payer_id, state, control from outbound_interchanges where sha256 in (?, ?) order by id limit 1";

    private static final String SENT =
            "select id, control from outbound_interchanges where payer_id = ? and state = 'SENT' order by id";

    /** An interchange as the ledger knows it. */
    private record Ours(String id, String payerId, String state, long control) {}

    void check(Audit audit, Tally tally) throws SQLException, IOException {
        for (Path folder : audit.payerJournals()) {
            Path journal = folder.resolve("journal.tsv");
            if (Files.isRegularFile(journal)) {
                checkFolder(audit, tally, folder, journal);
            }
        }
    }

    private static void checkFolder(Audit audit, Tally tally, Path folder, Path journal)
            throws SQLException, IOException {
        String payer = folder.getFileName().toString();
        Map<String, String> taken = new HashMap<>();
        Set<String> received = new HashSet<>();
        Set<String> payerIds = new HashSet<>();
        payerIds.add(payer);
        try (BufferedReader lines = Files.newBufferedReader(journal, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] column = line.split("\t", -1);
                if (column.length < 11) {
                    continue;
                }
                tally.checked();
                Ours ours = find(audit, column[2], column[10]);
                if (column[8].equals("conflict")) {
                    tally.breach("payer %s received interchange %s twice with different bytes", payer, column[3]);
                } else if (ours == null) {
                    tally.breach(
                            "payer %s received interchange %s, whose bytes are in no interchange of ours",
                            payer, column[3]);
                } else {
                    received.add(ours.id());
                    payerIds.add(ours.payerId());
                    if (column[8].equals("first")) {
                        taken.put(column[9], ours.id());
                    }
                    if (ours.state().equals("STORED") || ours.state().equals("PARKED")) {
                        tally.breach(
                                "payer %s received interchange %s (%09d), which the ledger says is %s",
                                payer, ours.id(), ours.control(), ours.state());
                    }
                }
            }
        }
        for (String payerId : payerIds) {
            audit.each(
                    SENT,
                    row -> {
                        if (!received.contains(row.getString("id"))) {
                            tally.breach(
                                    "interchange %s (%09d) is SENT, but payer %s never received it",
                                    row.getString("id"), row.getLong("control"), payer);
                        }
                    },
                    payerId);
        }
        checkClaims(audit, tally, payer, folder.resolve("claims.tsv"), taken);
    }

    private static Ours find(Audit audit, String fileSha256, String interchangeSha256)
            throws SQLException, IOException {
        Ours[] found = new Ours[1];
        audit.each(
                BY_BYTES,
                row -> found[0] = new Ours(
                        row.getString("id"), row.getString("payer_id"), row.getString("state"), row.getLong("control")),
                fileSha256,
                interchangeSha256);
        return found[0];
    }

    /** Claim lines of one receipt stand together, so one interchange's claims are in memory at a time. */
    private static void checkClaims(Audit audit, Tally tally, String payer, Path claims, Map<String, String> taken)
            throws SQLException, IOException {
        if (!Files.isRegularFile(claims)) {
            return;
        }
        String receipt = "";
        Map<String, Long> expected = Map.of();
        try (BufferedReader lines = Files.newBufferedReader(claims, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] column = line.split("\t", -1);
                if (column.length < 6 || !taken.containsKey(column[5])) {
                    continue;
                }
                if (!column[5].equals(receipt)) {
                    missing(tally, payer, taken.get(receipt), expected);
                    receipt = column[5];
                    expected = DeliveredOnce.chargesOf(audit, taken.get(receipt));
                }
                String claimId = "clm_" + column[3];
                if (!expected.containsKey(claimId)) {
                    tally.breach(
                            "payer %s received claim %s in interchange %s, which was not submitted in it",
                            payer, claimId, taken.get(receipt));
                    continue;
                }
                Long cents = expected.remove(claimId);
                if (cents != null && !cents.equals(Cents.parse(column[4]))) {
                    tally.breach("payer %s received claim %s with another charge than the ledger's", payer, claimId);
                }
            }
        }
        missing(tally, payer, taken.get(receipt), expected);
    }

    private static void missing(Tally tally, String payer, String outboundId, Map<String, Long> expected) {
        expected.keySet().stream()
                .sorted()
                .forEach(claimId ->
                        tally.breach("payer %s never received claim %s of interchange %s", payer, claimId, outboundId));
    }
}
