package org.clearlane.pipeline.judging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.clearlane.judgement.AckControlNumbers;
import org.clearlane.judgement.AckStreams;
import org.clearlane.model.finding.Finding;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.remittance.RemittanceCsv;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.archive.ArchiveWriter;
import org.clearlane.store.ledger.ControlNumbers;
import org.clearlane.store.ledger.FileLedger.ReceivedFile;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Mailbox;

/**
 * The answers to one file on their way into the archive and the practice's mailbox: TA1, 999, 277CA, and the findings as
 * a table in plain words. Not safe for use by several threads.
 */
final class Answers implements AutoCloseable {

    private static final String HEADING =
            "claim,severity,rule,loop,segment,position,element,row,column,what_is_wrong,what_to_do\r\n";

    private final Tx tx;
    private final ReceivedFile file;
    private final ClearinghouseIdentity us;
    private final ArchiveWriter ta1;
    private final ArchiveWriter functional;
    private final ArchiveWriter claimStatus;
    private final ArchiveWriter findings;

    Answers(Tx tx, Archive archive, ReceivedFile file, ClearinghouseIdentity us) {
        this.tx = tx;
        this.file = file;
        this.us = us;
        this.ta1 = archive.write();
        this.functional = archive.write();
        this.claimStatus = archive.write();
        this.findings = archive.write();
    }

    AckStreams streams() {
        return new AckStreams(ta1, functional, claimStatus);
    }

    ClearinghouseIdentity us() {
        return us;
    }

    /** Numbers from the ledger: none is used twice towards a practice. */
    AckControlNumbers numbers() {
        return new AckControlNumbers() {
            @Override
            public long interchange() {
                return next("ISA13");
            }

            @Override
            public long group() {
                return next("GS06");
            }

            @Override
            public String trace() {
                return tx.ids().next("");
            }
        };
    }

    private long next(String kind) {
        try {
            return ControlNumbers.next(tx, "practice " + file.practiceId(), kind);
        } catch (SQLException e) {
            throw Ledger.refused(e);
        }
    }

    /** Adds a finding to the table. */
    void add(String patientControlNumber, Finding finding) {
        String row = String.join(
                ",",
                RemittanceCsv.cell(patientControlNumber),
                finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                RemittanceCsv.cell(finding.code()),
                RemittanceCsv.cell(finding.place().loop()),
                RemittanceCsv.cell(finding.place().segment()),
                number(finding.place().position()),
                number(finding.place().element()),
                finding.cell() == null ? "" : number(finding.cell().row()),
                finding.cell() == null ? "" : RemittanceCsv.cell(finding.cell().column()),
                RemittanceCsv.cell(finding.message()),
                RemittanceCsv.cell(finding.mend()));
        try {
            if (findings.size() == 0) {
                findings.write(HEADING.getBytes(StandardCharsets.UTF_8));
            }
            findings.write((row + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }

    /** Puts what was written into the mailbox. */
    void deliver() throws SQLException, IOException {
        deliver(ta1, "TA1", "ta1.x12");
        deliver(functional, "999", "999.x12");
        deliver(claimStatus, "277CA", "277ca.x12");
        deliver(findings, "FINDINGS", "findings.csv");
    }

    private void deliver(ArchiveWriter answer, String kind, String extension) throws SQLException, IOException {
        if (answer.size() > 0) {
            Mailbox.put(tx, file.practiceId(), kind, extension, answer.seal(), file.id(), null);
        }
    }

    @Override
    public void close() throws IOException {
        ta1.close();
        functional.close();
        claimStatus.close();
        findings.close();
    }
}
