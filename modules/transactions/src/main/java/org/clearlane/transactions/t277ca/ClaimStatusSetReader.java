package org.clearlane.transactions.t277ca;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.internal.Numbers;
import org.clearlane.transactions.internal.SetReader;
import org.clearlane.x12.Segment;

/**
 * Reads one 277 set and tells batch, providers and claims as they pass. Lenient: a level is recognised by HL03 or, where
 * HL was left out, by NM101; levels may be missing, TRN may be missing, codes may be unknown. Holds one claim.
 */
public final class ClaimStatusSetReader implements SetReader {

    /** Statuses kept for one level or line; the guide has no limit, memory has. */
    static final int MOST_STATUSES = 1_000;

    private enum Level {
        NONE,
        SOURCE,
        RECEIVER,
        PROVIDER,
        PATIENT
    }

    private final AnswerOrigin origin;
    private final ClaimStatusListener listener;

    private Level level = Level.NONE;
    private int position = 1;

    private String sourceEntity = "";
    private String sourceName = "";
    private String sourceId = "";
    private String trace = "";

    private boolean batchOpen;
    private boolean batchTold;
    private String receiverName = "";
    private String receiverId = "";
    private String batchNumber = "";
    private final List<StatusEntry> batchStatuses = new ArrayList<>();
    private long acceptedCount = -1;
    private long rejectedCount = -1;
    private Money acceptedAmount;
    private Money rejectedAmount;
    private ClaimStatusBatch batch;
    private long claims;

    private boolean providerOpen;
    private String providerName = "";
    private String providerIdQualifier = "";
    private String providerId = "";
    private String providerTrace = "";
    private final List<StatusEntry> providerStatuses = new ArrayList<>();
    private ProviderStatus provider = ProviderStatus.NONE;

    private final ClaimStatusDraft claim = new ClaimStatusDraft();

    /** Reads a set that came in this envelope. */
    public ClaimStatusSetReader(AnswerOrigin origin, ClaimStatusListener listener) {
        this.origin = origin;
        this.listener = listener;
    }

    @Override
    public void segment(Segment s) {
        position++;
        switch (s.id()) {
            case "HL" -> enter(levelOf(s.element(3)));
            case "NM1" -> name(s);
            case "TRN" -> trace(s);
            case "STC" -> status(s);
            case "QTY" -> count(s);
            case "AMT" -> amount(s);
            default -> {
                if (level == Level.PATIENT) {
                    claim.fact(s, position);
                }
            }
        }
    }

    private static Level levelOf(String code) {
        return switch (code) {
            case "20" -> Level.SOURCE;
            case "21" -> Level.RECEIVER;
            case "19" -> Level.PROVIDER;
            case "PT", "22", "23" -> Level.PATIENT;
            default -> Level.NONE;
        };
    }

    private void enter(Level next) {
        endClaim();
        if (next != Level.NONE) {
            level = next;
        }
        switch (next) {
            case SOURCE -> {
                endBatch();
                sourceEntity = "";
                sourceName = "";
                sourceId = "";
                trace = "";
            }
            case RECEIVER -> {
                endBatch();
                batchOpen = true;
            }
            case PROVIDER -> {
                tellBatch();
                tellProvider();
                clearProvider();
                providerOpen = true;
            }
            case PATIENT -> {
                tellBatch();
                tellProvider();
                claim.clearPatient();
            }
            case NONE -> {}
        }
    }

    private void clearProvider() {
        provider = ProviderStatus.NONE;
        providerName = "";
        providerIdQualifier = "";
        providerId = "";
        providerTrace = "";
        providerStatuses.clear();
    }

    private void name(Segment s) {
        String entity = s.element(1);
        Level named =
                switch (entity) {
                    case "AY", "PR" -> Level.SOURCE;
                    case "41", "40" -> Level.RECEIVER;
                    case "85", "1P" -> Level.PROVIDER;
                    case "QC", "IL" -> Level.PATIENT;
                    default -> level;
                };
        // Where HL was left out the name opens the level; below the receiver AY and PR are only mentioned.
        boolean deeper = named.ordinal() > level.ordinal();
        boolean again = named == level && level == Level.PATIENT && claim.isOpen();
        boolean back = named.ordinal() < level.ordinal() && level == Level.PATIENT && named == Level.PROVIDER;
        if (deeper || again || back) {
            enter(named);
        }
        switch (level) {
            case SOURCE -> {
                sourceEntity = entity;
                sourceName = s.element(3);
                sourceId = s.element(9);
            }
            case RECEIVER -> {
                receiverName = s.element(3);
                receiverId = s.element(9);
            }
            case PROVIDER -> {
                providerName = s.element(3);
                providerIdQualifier = s.element(8);
                providerId = s.element(9);
            }
            case PATIENT -> claim.patient(s);
            case NONE -> {}
        }
    }

    private void trace(Segment s) {
        switch (level) {
            case SOURCE, NONE -> trace = s.element(2);
            case RECEIVER -> {
                if (batchNumber.isEmpty() || s.elementEquals(1, "2")) {
                    batchNumber = s.element(2);
                }
            }
            case PROVIDER -> providerTrace = s.element(2);
            case PATIENT -> {
                if (claim.isAnotherTrace(s)) {
                    endClaim();
                }
                claim.trace(s, position);
            }
        }
    }

    private void status(Segment s) {
        switch (level) {
            case SOURCE, NONE -> {}
            case RECEIVER -> addStatuses(s, batchStatuses);
            case PROVIDER -> addStatuses(s, providerStatuses);
            case PATIENT -> claim.status(s, position);
        }
    }

    /** STC01, STC10 and STC11 as one entry each. */
    static void addStatuses(Segment s, List<StatusEntry> into) {
        for (int n : new int[] {1, 10, 11}) {
            if (s.has(n) && into.size() < MOST_STATUSES) {
                ClaimStatus code = new ClaimStatus(
                        s.component(n, 1).strip(),
                        s.component(n, 2).strip(),
                        s.component(n, 3).strip());
                into.add(new StatusEntry(
                        code,
                        s.element(3),
                        s.element(2),
                        Money.parse(s.element(4)).orElse(null),
                        s.element(12)));
            }
        }
    }

    private void count(Segment s) {
        if (level != Level.RECEIVER) {
            return;
        }
        switch (s.element(1)) {
            case "90" -> acceptedCount = Numbers.wholeLong(s.element(2));
            case "AA" -> rejectedCount = Numbers.wholeLong(s.element(2));
            default -> {}
        }
    }

    private void amount(Segment s) {
        if (level != Level.RECEIVER) {
            return;
        }
        switch (s.element(1)) {
            case "YU" -> acceptedAmount = Money.parse(s.element(2)).orElse(null);
            case "YY" -> rejectedAmount = Money.parse(s.element(2)).orElse(null);
            default -> {}
        }
    }

    private void tellBatch() {
        if (batchTold) {
            return;
        }
        InformationSource source = InformationSource.of(sourceEntity);
        batch = new ClaimStatusBatch(
                source,
                sourceEntity,
                sourceName,
                sourceId,
                trace,
                receiverName,
                receiverId,
                batchNumber,
                batchStatuses,
                ClaimAnswer.of(batchStatuses, source),
                acceptedCount,
                rejectedCount,
                acceptedAmount,
                rejectedAmount);
        batchTold = true;
        batchOpen = true;
        listener.batch(origin, batch);
    }

    private void tellProvider() {
        if (!providerOpen) {
            return;
        }
        provider = new ProviderStatus(
                providerName,
                providerIdQualifier,
                providerId,
                providerTrace,
                providerStatuses,
                ClaimAnswer.of(providerStatuses, batch.source()));
        providerOpen = false;
        listener.provider(origin, batch, provider);
    }

    private void endClaim() {
        if (claim.isOpen()) {
            tellBatch();
            claims++;
            listener.claim(origin, batch, claim.finish(provider, batch.source()));
        }
    }

    private void endBatch() {
        if (batchOpen) {
            tellBatch();
            tellProvider();
            listener.batchEnded(origin, batch, claims);
        }
        batchOpen = false;
        batchTold = false;
        claims = 0;
        receiverName = "";
        receiverId = "";
        batchNumber = "";
        batchStatuses.clear();
        acceptedCount = -1;
        rejectedCount = -1;
        acceptedAmount = null;
        rejectedAmount = null;
        providerOpen = false;
        clearProvider();
    }

    @Override
    public void end() {
        endClaim();
        endBatch();
    }
}
