package org.clearlane.pipeline.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.claim.Repair;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.OutboundLedger.WaitingClaim;
import org.clearlane.transactions.t837.OutboundClaim;
import org.clearlane.x12.Delimiters;

/**
 * Fetches the bytes a practice wrote for a claim from the archive. Claims that stand one after another mostly share
 * provider and subscriber: those bytes are read once. Not safe for use by several threads.
 */
public final class ClaimBytes implements AutoCloseable {

    private final Archive archive;
    private final Map<String, List<Repair>> repairs;
    private final Map<String, Archive.KeptBytes> open = new HashMap<>();
    private WaitingClaim previous;
    private byte[] provider;
    private byte[] subscriber;

    /** The bytes of claims as they were written. */
    public ClaimBytes(Archive archive) {
        this(archive, Map.of());
    }

    /** @param repairs the mends claims go out with, by claim */
    public ClaimBytes(Archive archive, Map<String, List<Repair>> repairs) {
        this.archive = archive;
        this.repairs = repairs;
    }

    /** The claim as it goes out, under our number: the part of its id behind the prefix. */
    public OutboundClaim of(WaitingClaim claim) {
        Archive.KeptBytes file = open.computeIfAbsent(claim.archiveKey(), archive::read);
        boolean sameFile = previous != null && previous.archiveKey().equals(claim.archiveKey());
        if (!sameFile || previous.providerOffset() != claim.providerOffset()) {
            provider = file.span(claim.providerOffset(), claim.providerLength());
        }
        if (!sameFile || previous.subscriberOffset() != claim.subscriberOffset()) {
            subscriber = file.span(claim.subscriberOffset(), claim.subscriberLength());
        }
        previous = claim;
        byte[] patient = claim.patientOffset() == null ? null : file.span(claim.patientOffset(), claim.patientLength());
        OutboundClaim asHandedIn = new OutboundClaim(
                claim.id().substring("clm_".length()),
                separators(claim.separators()),
                provider,
                subscriber,
                patient,
                file.span(claim.claimOffset(), claim.claimLength()));
        List<Repair> mends = repairs.getOrDefault(claim.id(), List.of());
        return mends.isEmpty() ? asHandedIn : MendedBytes.of(asHandedIn, mends);
    }

    private static Delimiters separators(byte[] four) {
        return new Delimiters(four[0], four[1], four[2], four[3]);
    }

    @Override
    public void close() {
        open.values().forEach(Archive.KeptBytes::close);
    }
}
