package org.clearlane.pipeline.posting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RemittanceCsv;
import org.clearlane.remittance.SplitPart;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.archive.ArchiveWriter;
import org.clearlane.transactions.t835.Payee;
import org.clearlane.transactions.t835.RemittanceEnvelope;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceWriter;

/** One practice's part of a payment while it is written, as X12 and as a table. Closed without an end it leaves nothing. */
final class PartFile implements AutoCloseable {

    private final ArchiveWriter x12Bytes;
    private final ArchiveWriter csvBytes;
    private final Writer text;
    private final RemittanceWriter x12;
    private final RemittanceCsv csv;
    private final SplitPart part;
    private Archive.Kept x12Kept;
    private Archive.Kept csvKept;

    private PartFile(
            ArchiveWriter x12Bytes,
            ArchiveWriter csvBytes,
            Writer text,
            RemittanceWriter x12,
            RemittanceCsv csv,
            SplitPart part) {
        this.x12Bytes = x12Bytes;
        this.csvBytes = csvBytes;
        this.text = text;
        this.x12 = x12;
        this.csv = csv;
        this.part = part;
    }

    static PartFile begin(
            Archive archive,
            AdjustmentLabels labels,
            RemittanceEnvelope envelope,
            Clock clock,
            RemittanceHead head,
            Optional<Payee> payee,
            SplitPart part)
            throws IOException {
        ArchiveWriter x12Bytes = archive.write();
        ArchiveWriter csvBytes = archive.write();
        Writer text = new BufferedWriter(new OutputStreamWriter(csvBytes, StandardCharsets.UTF_8));
        RemittanceCsv csv = new RemittanceCsv(text, labels);
        csv.payment(head.payment());
        RemittanceWriter x12 = RemittanceWriter.begin(x12Bytes, envelope, clock, head, payee, part.amount());
        return new PartFile(x12Bytes, csvBytes, text, x12, csv, part);
    }

    void group() {
        x12.group();
    }

    void claim(ClaimPayment claim) throws IOException {
        x12.claim(claim);
        csv.claim(claim);
    }

    void end() throws IOException {
        x12.end(part.providerAdjustments());
        for (ProviderAdjustment adjustment : part.providerAdjustments()) {
            csv.providerAdjustment(adjustment);
        }
        text.flush();
        x12Kept = x12Bytes.seal();
        csvKept = csvBytes.seal();
    }

    Archive.Kept x12() {
        return x12Kept;
    }

    Archive.Kept csv() {
        return csvKept;
    }

    @Override
    public void close() throws IOException {
        x12Bytes.close();
        csvBytes.close();
    }
}
