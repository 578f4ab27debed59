package org.clearlane.pipeline.posting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RemittanceCsv;
import org.clearlane.remittance.RemittanceSplit;
import org.clearlane.remittance.SplitPart;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.archive.ArchiveWriter;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.ControlNumbers;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Mailbox;
import org.clearlane.store.ledger.RemittanceLedger;
import org.clearlane.store.ledger.Worklist;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.clearlane.transactions.t835.RemittanceEnvelope;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceWriter;

/**
 * Shares a posted remittance out: each practice gets an 835 of its own claims, byte for byte as the payer sent them, and
 * the same as a table. The parts add up to the whole to the cent; what is nobody's goes on the worklist.
 */
public final class PracticeParts {

    private final Profiles profiles;
    private final Archive archive;
    private final AdjustmentLabels labels;
    private final String ourId;

    /** @param ourId ISA06 of what we send to practices */
    public PracticeParts(Profiles profiles, Archive archive, AdjustmentLabels labels, String ourId) {
        this.profiles = profiles;
        this.archive = archive;
        this.labels = labels;
        this.ourId = ourId;
    }

    /**
     * @param practiceByOrdinal whose each claim of the payment is, by its place from 1; nobody's are left out
     */
    void share(
            Tx tx,
            AnswerLedger.Answer answer,
            String remittanceId,
            RemittanceDocument document,
            Map<Integer, String> practiceByOrdinal)
            throws SQLException, IOException {
        Map<ClaimPayment, String> owners = new IdentityHashMap<>();
        List<ClaimPayment> claims = document.claims();
        practiceByOrdinal.forEach((ordinal, practice) -> owners.put(claims.get(ordinal - 1), practice));
        RemittanceSplit.Result result = RemittanceSplit.of(
                document.remittance(),
                claim -> Optional.ofNullable(owners.get(claim)),
                number -> PayeePractice.ofAny(profiles, number));
        if (!(result instanceof RemittanceSplit.Parts shared)) {
            throw new IllegalStateException("a balanced remittance could not be shared out");
        }
        int ordinal = 0;
        for (SplitPart part : shared.parts()) {
            String practice = part.practiceId().equals(RemittanceSplit.UNALLOCATED) ? null : part.practiceId();
            Money provider = part.claimsPaid().minus(part.amount());
            RemittanceLedger.part(tx, remittanceId, practice, part.amount(), part.claimsPaid(), provider);
            for (ProviderAdjustment adjustment : part.providerAdjustments()) {
                RemittanceLedger.providerAdjustment(tx, remittanceId, ++ordinal, practice, adjustment);
            }
            if (practice == null) {
                Worklist.put(
                        tx,
                        Worklist.Kind.UNMATCHED_PAYMENT,
                        remittanceId,
                        null,
                        answer.payerId(),
                        "Part of this remittance belongs to no practice we know",
                        part.amount());
            } else {
                deliver(tx, answer, document, part, owners);
            }
        }
    }

    private void deliver(
            Tx tx,
            AnswerLedger.Answer answer,
            RemittanceDocument document,
            SplitPart part,
            Map<ClaimPayment, String> owners)
            throws SQLException, IOException {
        String practice = part.practiceId();
        try (ArchiveWriter out = archive.write()) {
            RemittanceWriter writer = RemittanceWriter.begin(
                    out,
                    envelope(tx, practice, document.head()),
                    Clock.fixed(tx.now(), ZoneOffset.UTC),
                    document.head(),
                    Optional.empty(),
                    part.amount());
            for (RemittanceDocument.Group group : document.groups()) {
                writer.group();
                for (ClaimPayment claim : group.claims()) {
                    if (practice.equals(owners.get(claim))) {
                        writer.claim(claim);
                    }
                }
            }
            writer.end(part.providerAdjustments());
            Mailbox.put(tx, practice, "835", "835.x12", out.seal(), null, answer.id());
        }
        try (ArchiveWriter out = archive.write()) {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            RemittanceCsv table = new RemittanceCsv(text, labels);
            table.payment(document.head().payment());
            for (ClaimPayment claim : document.claims()) {
                if (practice.equals(owners.get(claim))) {
                    table.claim(claim);
                }
            }
            for (ProviderAdjustment adjustment : part.providerAdjustments()) {
                table.providerAdjustment(adjustment);
            }
            text.flush();
            Mailbox.put(tx, practice, "CSV", "835.csv", out.seal(), null, answer.id());
        }
    }

    private RemittanceEnvelope envelope(Tx tx, String practice, RemittanceHead original) throws SQLException {
        String receiver = profiles.practice(practice)
                .flatMap(known -> known.senderIds().stream().sorted().findFirst())
                .orElse(practice);
        return new RemittanceEnvelope(
                original.delimiters(),
                "ZZ",
                ourId,
                "ZZ",
                receiver,
                ControlNumbers.next(tx, "practice " + practice, "ISA13"),
                ControlNumbers.next(tx, "practice " + practice, "GS06"),
                "0001",
                original.usage().equals("T") ? 'T' : 'P');
    }
}
