package org.clearlane.judgement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.guide.Guide;
import org.clearlane.guide.Guides;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Severity;
import org.clearlane.x12.Delimiters;

/**
 * Holds a claim against its payer's guide, where that is narrower than the guide everybody has. What only the payer
 * demands refuses the claim and not the set: a 999 speaks for the guide, so it is told by a 277CA.
 */
final class PayerGuides {

    private static final int SNIP = 7;

    private final Map<String, Guides> narrowed;
    private final SecondLook look;

    PayerGuides(Map<String, Guides> narrowed, SecondLook look) {
        this.narrowed = narrowed;
        this.look = look;
    }

    /** Whether any payer narrows anything, so that segments have to be kept. */
    boolean any() {
        return !narrowed.isEmpty();
    }

    /**
     * What the payer's guide says of the claim beyond what structure said already.
     *
     * @param payer whom the claim goes to; null when that is not known
     * @param guide the guide it was judged by
     */
    List<Finding> beyond(
            PayerProfile payer,
            Guide guide,
            String version,
            ClaimKind kind,
            Map<Level, List<KeptSegment>> levels,
            Delimiters delimiters,
            boolean test,
            List<Finding> said) {
        Guides guides = payer == null ? null : narrowed.get(payer.id());
        Optional<Guide> own = guides == null ? Optional.empty() : guides.find(version, "837");
        if (own.isEmpty() || own.get() == guide) {
            return List.of();
        }
        return look.at(levels, delimiters, own.get(), kind, test, 2).structure().stream()
                .filter(Finding::isError)
                .filter(each -> said.stream().noneMatch(before -> same(before, each)))
                .map(each -> ofPayer(each, payer))
                .toList();
    }

    private static boolean same(Finding one, Finding other) {
        return one.code().equals(other.code())
                && one.place().segment().equals(other.place().segment())
                && one.place().position() == other.place().position()
                && one.place().element() == other.place().element()
                && one.place().component() == other.place().component();
    }

    private static Finding ofPayer(Finding finding, PayerProfile payer) {
        return new Finding(
                "payer." + finding.code(),
                SNIP,
                Severity.ERROR,
                finding.place(),
                AckCodes.NONE,
                finding.status() == null ? ClaimStatus.of("A7:21") : finding.status(),
                finding.value(),
                finding.message() + " So " + payer.name() + " wants it, beyond the guide.",
                finding.mend(),
                null);
    }
}
