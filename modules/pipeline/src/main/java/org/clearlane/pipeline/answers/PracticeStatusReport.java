package org.clearlane.pipeline.answers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.Money;
import org.clearlane.remittance.RemittanceCsv;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.archive.ArchiveWriter;
import org.clearlane.store.ledger.AnswerLedger.KnownClaim;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Mailbox;
import org.clearlane.transactions.t277ca.ClaimStatusAnswer;
import org.clearlane.transactions.t277ca.ClaimStatusBatch;
import org.clearlane.transactions.t277ca.ClaimStatusLabels;
import org.clearlane.transactions.t277ca.StatusEntry;

/**
 * What a payer said of claims, told to each practice about its own: a table with a plain sentence a claim. Streams to the
 * archive; not safe for use by several threads.
 */
final class PracticeStatusReport implements AutoCloseable {

    private static final String HEADING =
            "patient_control_number,our_number,payer,answered_by,answer,status_codes,in_words,charge,payer_claim_number\r\n";

    private final Archive archive;
    private final ClaimStatusLabels labels;
    private final String payerName;
    private final Map<String, ArchiveWriter> tables = new LinkedHashMap<>();

    PracticeStatusReport(Archive archive, ClaimStatusLabels labels, String payerName) {
        this.archive = archive;
        this.labels = labels;
        this.payerName = payerName;
    }

    /** Adds what was said of one claim. */
    void add(KnownClaim claim, ClaimStatusBatch batch, ClaimStatusAnswer answer) {
        String codes = answer.statuses().stream()
                .map(entry -> entry.status().toString())
                .collect(Collectors.joining(" "));
        row(
                claim,
                batch.source().name().toLowerCase(Locale.ROOT),
                answer.answer().name().toLowerCase(Locale.ROOT),
                codes,
                words(answer.statuses()),
                answer.payerClaimNumber());
    }

    /** Adds a claim that was refused with everything it travelled with. */
    void addRefused(KnownClaim claim, String codes, String words) {
        row(claim, "payer", "rejected", codes, words, "");
    }

    /** What these statuses say in plain words. */
    String words(List<StatusEntry> statuses) {
        return statuses.stream()
                .map(entry -> labels.sentence(entry.status()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private void row(
            KnownClaim claim, String answeredBy, String answer, String codes, String words, String payerClaimNumber) {
        try {
            ArchiveWriter table = tables.get(claim.practiceId());
            if (table == null) {
                table = archive.write();
                tables.put(claim.practiceId(), table);
                table.write(HEADING.getBytes(StandardCharsets.UTF_8));
            }
            String row = String.join(
                    ",",
                    RemittanceCsv.cell(claim.patientControlNumber()),
                    claim.id(),
                    RemittanceCsv.cell(payerName),
                    answeredBy,
                    answer,
                    RemittanceCsv.cell(codes),
                    RemittanceCsv.cell(words),
                    new Money(claim.chargeCents()).toString(),
                    RemittanceCsv.cell(payerClaimNumber));
            table.write((row + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Puts each practice's table into its mailbox. */
    void deliver(Tx tx, String answerId) throws SQLException {
        for (Map.Entry<String, ArchiveWriter> table : tables.entrySet()) {
            try {
                Archive.Kept kept = table.getValue().seal();
                Mailbox.put(tx, table.getKey(), "STATUS", "status.csv", kept, null, answerId);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    private static Failure unwritable(IOException e) {
        return new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the status table cannot be kept", e);
    }

    @Override
    public void close() {
        for (ArchiveWriter table : tables.values()) {
            try {
                table.close();
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }
}
