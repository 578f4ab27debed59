package org.clearlane.pipeline.dispatch;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clearlane.model.CrashPoint;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.Money;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.archive.ArchiveWriter;
import org.clearlane.store.ledger.ClaimHolds;
import org.clearlane.store.ledger.ClaimMoves;
import org.clearlane.store.ledger.ClaimRepairs;
import org.clearlane.store.ledger.ControlNumbers;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.OutboundLedger;
import org.clearlane.store.ledger.OutboundLedger.WaitingClaim;
import org.clearlane.store.ledger.Outbox;
import org.clearlane.store.ledger.PayerRoutes;
import org.clearlane.store.ledger.Worklist;
import org.clearlane.transactions.t837.OutboundClaim;
import org.clearlane.transactions.t837.OutboundHeader;
import org.clearlane.transactions.t837.OutboundInterchange;
import org.clearlane.transactions.t837.OutboundTotals;
import org.clearlane.transactions.t837.Placement;
import org.clearlane.transactions.t837.Unwritable;
import org.clearlane.x12.Delimiters;

/**
 * Puts the waiting claims of a payer into one interchange: control numbers, bytes, claims' moves and the order to send
 * are one transaction. The bytes are on disk before it commits, and a claim is in at most one interchange.
 */
public final class BatchClaims {

    /** A batch holds a few sets, so that a month's backlog becomes several files a payer can take. */
    private static final int SETS_PER_INTERCHANGE = 4;

    private final Ledger ledger;
    private final Archive archive;
    private final ClearinghouseIdentity us;

    public BatchClaims(Ledger ledger, Archive archive, ClearinghouseIdentity us) {
        this.ledger = ledger;
        this.archive = archive;
        this.us = us;
    }

    /** Makes interchanges as long as claims of this payer are due. Returns how many were made. */
    public int allDueFor(PayerProfile payer) {
        int made = 0;
        while (ledger.transact(tx -> oneFor(tx, payer))) {
            CrashPoint.BATCH_AFTER_COMMIT.reached();
            made++;
        }
        return made;
    }

    private boolean oneFor(Tx tx, PayerProfile payer) throws SQLException {
        int most = payer.batch().claimsPerSet() * SETS_PER_INTERCHANGE;
        if (!PayerRoutes.mayBatch(tx, payer.id())) {
            return false;
        }
        if (!OutboundLedger.isDue(tx, payer.id(), payer.batch().window(), most)) {
            return false;
        }
        List<WaitingClaim> waiting = ofOneKind(OutboundLedger.takeWaiting(tx, payer.id(), most));
        List<String> ids = waiting.stream().map(WaitingClaim::id).toList();
        try (ClaimBytes bytes = new ClaimBytes(archive, ClaimRepairs.toSend(tx, ids))) {
            List<WaitingClaim> writable = holdUnwritable(tx, payer, waiting, bytes);
            if (!writable.isEmpty()) {
                store(tx, payer, writable, bytes);
                CrashPoint.BATCH_BEFORE_COMMIT.reached();
            }
            return !waiting.isEmpty();
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.ARCHIVE_UNAVAILABLE,
                    "the interchange cannot be kept (" + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    /**
     * GS08 says one guide and BHT06 one purpose: claims of another kind, and charges and encounter reports, travel in
     * batches of their own. Those that are left over are taken by the next batch.
     */
    private static List<WaitingClaim> ofOneKind(List<WaitingClaim> waiting) {
        return waiting.stream()
                .filter(claim -> claim.kind() == waiting.getFirst().kind()
                        && claim.transactionType().equals(waiting.getFirst().transactionType()))
                .toList();
    }

    private static List<WaitingClaim> holdUnwritable(
            Tx tx, PayerProfile payer, List<WaitingClaim> waiting, ClaimBytes bytes) throws SQLException {
        Delimiters separators = Delimiters.of(payer.envelope().delimiters());
        List<WaitingClaim> writable = new ArrayList<>(waiting.size());
        for (WaitingClaim claim : waiting) {
            Optional<Unwritable> obstacle = OutboundInterchange.writable(bytes.of(claim), separators);
            if (obstacle.isEmpty()) {
                writable.add(claim);
                continue;
            }
            String reason = "cannot be written with the separators of " + payer.name() + ": "
                    + obstacle.get().reason() + " in " + obstacle.get().segment();
            ClaimHolds.hold(tx, claim.id(), ClaimState.QUEUED, reason, payer.id());
            Worklist.put(
                    tx,
                    Worklist.Kind.UNWRITABLE_CLAIM,
                    claim.id(),
                    claim.practiceId(),
                    payer.id(),
                    "This claim " + reason,
                    new Money(claim.chargeCents()));
        }
        return writable;
    }

    private void store(Tx tx, PayerProfile payer, List<WaitingClaim> claims, ClaimBytes bytes)
            throws SQLException, IOException {
        String id = tx.ids().next("ich_");
        ControlNumbers.Number control = ControlNumbers.take(tx, payer.id(), "ISA13");
        ControlNumbers.Number groupControl = ControlNumbers.take(tx, payer.id(), "GS06");
        OutboundHeader header = header(tx, payer, claims, id, control.value(), groupControl.value());
        List<Placement> placements = new ArrayList<>(claims.size());
        try (ArchiveWriter writer = archive.write()) {
            OutboundInterchange interchange = new OutboundInterchange(writer, header, placements::add);
            for (WaitingClaim claim : claims) {
                OutboundClaim outbound = bytes.of(claim);
                if (interchange.add(outbound).isPresent()) {
                    throw new IllegalStateException("a claim found writable was not written");
                }
            }
            OutboundTotals totals = interchange.finish();
            Archive.Kept kept = writer.seal();
            OutboundLedger.store(
                    tx,
                    id,
                    payer.id(),
                    header.kind(),
                    control,
                    groupControl,
                    payer.envelope().usage(),
                    "%s_%09d_%s.837".formatted(payer.id(), control.value(), id.substring("ich_".length())),
                    UUID.randomUUID(),
                    kept,
                    Math.toIntExact(totals.claims()),
                    claims.stream().mapToLong(WaitingClaim::chargeCents).sum());
        }
        enterSets(tx, id, header, placements, claims);
        OutboundLedger.submit(
                tx,
                id,
                claims.stream().map(WaitingClaim::id).toList(),
                placements.stream().map(Placement::st02).toList(),
                placements.stream().map(Placement::clmPosition).toList());
        ClaimMoves.moveAllOf(
                tx,
                id,
                ClaimState.QUEUED,
                ClaimState.BATCHED,
                new ClaimMoves.Reason("batched", "clearlane", id, "ISA13 " + control.value()));
        Outbox.put(tx, SendInterchange.queueOf(payer.id()), id);
    }

    private OutboundHeader header(
            Tx tx, PayerProfile payer, List<WaitingClaim> claims, String id, long control, long groupControl) {
        int sets = OutboundInterchange.setsNeeded(claims.size(), payer.batch().claimsPerSet());
        List<OutboundHeader.SetNumbers> numbers = new ArrayList<>();
        for (int set = 1; set <= sets; set++) {
            numbers.add(
                    new OutboundHeader.SetNumbers("%04d".formatted(set), id.substring("ich_".length()) + "-" + set));
        }
        String type = claims.getFirst().transactionType();
        return new OutboundHeader(
                claims.getFirst().kind(),
                payer.envelope(),
                control,
                groupControl,
                numbers,
                LocalDateTime.ofInstant(tx.now(), ZoneOffset.UTC),
                type.isEmpty() ? "CH" : type,
                new OutboundHeader.Submitter(us.name(), us.id(), us.contact(), us.phone()),
                payer.batch().claimsPerSet());
    }

    private static void enterSets(
            Tx tx, String id, OutboundHeader header, List<Placement> placements, List<WaitingClaim> claims)
            throws SQLException {
        for (OutboundHeader.SetNumbers numbers : header.sets()) {
            int count = 0;
            long cents = 0;
            for (int i = 0; i < placements.size(); i++) {
                if (placements.get(i).st02().equals(numbers.st02())) {
                    count++;
                    cents += claims.get(i).chargeCents();
                }
            }
            OutboundLedger.set(tx, id, numbers.st02(), numbers.bht03(), count, cents);
        }
    }
}
