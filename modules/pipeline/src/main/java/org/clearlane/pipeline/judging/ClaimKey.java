package org.clearlane.pipeline.judging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;

/**
 * What makes two claims of a practice the same claim: its kind, number, billing provider, payer, member, dates of service
 * and charge. Replacements and voids speak of a claim that was sent before and may repeat.
 */
final class ClaimKey {

    private ClaimKey() {}

    /** A hash of those, or null when the claim may repeat. */
    static String of(Claim claim, ServicePeriod period) {
        if (!claim.frequency().isEmpty() && !claim.frequency().equals("1")) {
            return null;
        }
        String facts = String.join(
                "\u001f",
                claim.patientControlNumber(),
                claim.billingProvider() == null ? "" : claim.billingProvider().npi(),
                claim.payer() == null ? "" : claim.payer().id(),
                claim.subscriber() == null ? "" : claim.subscriber().memberId(),
                String.valueOf(period.from()),
                String.valueOf(period.to()),
                String.valueOf(claim.charge()));
        if (claim.kind() != ClaimKind.PROFESSIONAL) {
            // Keys of professional claims stay what they were before there were others.
            facts += "\u001f" + claim.kind().transaction();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
