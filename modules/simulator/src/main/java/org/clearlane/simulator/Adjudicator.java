package org.clearlane.simulator;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.simulator.AdjustedLine.Adjustment;

/** Decides what becomes of a claim, and works out the money. Holds no state: the same claim, the same decision. */
final class Adjudicator {

    private final long seed;
    private final PayerSettings payer;

    Adjudicator(long seed, PayerSettings payer) {
        this.seed = seed;
        this.payer = payer;
    }

    /** Which scenario a claim meets. */
    Scenario scenario(ReceivedClaim claim) {
        if (!payer.payerIds().isEmpty() && !payer.payerIds().contains(claim.payerId())) {
            return rejectedAs("A3:116");
        }
        for (Scenario scenario : payer.scenarios()) {
            if (scenario.when() != null && scenario.when().holdsFor(claim)) {
                return scenario;
            }
        }
        List<Scenario> drawn = payer.scenarios().stream()
                .filter(scenario -> scenario.when() == null)
                .toList();
        Scenario scenario = Draw.weighted(drawn, Scenario::weight, seed, payer.id(), "scenario", claim.pcn());
        return scenario == null ? Scenario.usual() : scenario;
    }

    private static Scenario rejectedAs(String status) {
        Scenario usual = Scenario.usual();
        return new Scenario(
                "is not this payer's",
                ClaimOutcome.REJECTS_277CA,
                null,
                0,
                usual.allowedBasisPoints(),
                usual.correctedBasisPoints(),
                0,
                0,
                0,
                usual.denial(),
                null,
                List.of(status),
                false,
                null,
                0);
    }

    /** How the answers to an interchange arrive. */
    Delivery delivery(ReceivedInterchange interchange) {
        List<ReceivedClaim> claims = interchange.claims();
        for (Delivery delivery : payer.deliveries()) {
            if (delivery.when() != null && claims.stream().anyMatch(delivery.when()::holdsFor)) {
                return delivery;
            }
        }
        List<Delivery> drawn = payer.deliveries().stream()
                .filter(delivery -> delivery.when() == null)
                .toList();
        String first = claims.isEmpty() ? "" : claims.getFirst().pcn();
        Delivery delivery = Draw.weighted(drawn, Delivery::weight, seed, payer.id(), "delivery", first);
        return delivery == null ? Delivery.PLAIN : delivery;
    }

    /** The payer's number for a claim (277CA REF*1K, CLP07): the same whenever it is asked. */
    String payerClaimNumber(String interchange, String set, ReceivedClaim claim) {
        long number = Draw.number(seed, payer.id(), interchange, set, Long.toString(claim.position()), claim.pcn());
        return "%013d".formatted(number % 10_000_000_000_000L);
    }

    /** A claim decided as the scenario says; with {@code corrected} as its correction says. */
    AdjudicatedClaim adjudicate(ReceivedClaim claim, Scenario scenario, String number, boolean corrected) {
        List<AdjustedLine> lines = new ArrayList<>();
        Shares shares = new Shares(scenario, corrected);
        for (int index = 0; index < claim.lines().size(); index++) {
            ReceivedLine line = claim.lines().get(index);
            boolean only = claim.lines().size() == 1;
            lines.add(
                    switch (scenario.does()) {
                        case DENIES -> denied(line, scenario);
                        case PARTLY_PAYS ->
                            only ? halved(line, scenario) : index % 2 == 1 ? denied(line, scenario) : shares.paid(line);
                        case ADJUSTS_CLAIM ->
                            new AdjustedLine(line, line.chargeCents(), line.chargeCents(), List.of(), null);
                        default -> shares.paid(line);
                    });
        }
        long unexplained = claim.chargeCents()
                - claim.lines().stream().mapToLong(ReceivedLine::chargeCents).sum();
        List<Adjustment> ofClaim = new ArrayList<>(nonZero(new Adjustment("CO", "16", unexplained)));
        if (scenario.does() == ClaimOutcome.ADJUSTS_CLAIM) {
            long charge = claim.chargeCents() - unexplained;
            long notAllowed = charge - Cents.share(charge, scenario.allowedBasisPoints());
            ofClaim.addAll(nonZero(new Adjustment("CO", "45", notAllowed)));
        }
        return new AdjudicatedClaim(
                claim,
                status(claim, scenario),
                number,
                claim.chargeCents(),
                ofClaim,
                lines,
                null,
                scenario.adjustment());
    }

    private static String status(ReceivedClaim claim, Scenario scenario) {
        if (scenario.does() == ClaimOutcome.DENIES) {
            return "4";
        }
        boolean forwards = scenario.does() == ClaimOutcome.FORWARDS;
        return switch (claim.responsibility()) {
            case "S" -> forwards ? "20" : "2";
            case "T" -> forwards ? "21" : "3";
            default -> forwards ? "19" : "1";
        };
    }

    private static AdjustedLine denied(ReceivedLine line, Scenario scenario) {
        return new AdjustedLine(
                line,
                line.chargeCents(),
                0,
                nonZero(new Adjustment(scenario.denialGroup(), scenario.denialReason(), line.chargeCents())),
                scenario.remark());
    }

    private static AdjustedLine halved(ReceivedLine line, Scenario scenario) {
        long half = Cents.share(line.chargeCents(), 5000);
        return new AdjustedLine(
                line,
                line.chargeCents(),
                half,
                nonZero(new Adjustment("CO", "119", line.chargeCents() - half)),
                scenario.remark());
    }

    private static List<Adjustment> nonZero(Adjustment... all) {
        return List.of(all).stream().filter(one -> one.cents() != 0).toList();
    }

    /** What the patient still owes of copay and deductible while the lines are gone through. */
    private static final class Shares {
        private final int allowedBasisPoints;
        private final int coinsuranceBasisPoints;
        private long copay;
        private long deductible;

        private Shares(Scenario scenario, boolean corrected) {
            allowedBasisPoints = corrected ? scenario.correctedBasisPoints() : scenario.allowedBasisPoints();
            coinsuranceBasisPoints = scenario.coinsuranceBasisPoints();
            copay = scenario.copayCents();
            deductible = scenario.deductibleCents();
        }

        private AdjustedLine paid(ReceivedLine line) {
            long allowed = Cents.share(line.chargeCents(), allowedBasisPoints);
            long copayHere = Math.min(copay, Math.max(allowed, 0));
            copay -= copayHere;
            long deductibleHere = Math.min(deductible, Math.max(allowed - copayHere, 0));
            deductible -= deductibleHere;
            long coinsurance = Cents.share(allowed - copayHere - deductibleHere, coinsuranceBasisPoints);
            return new AdjustedLine(
                    line,
                    line.chargeCents(),
                    allowed,
                    nonZero(
                            new Adjustment("CO", "45", line.chargeCents() - allowed),
                            new Adjustment("PR", "1", deductibleHere),
                            new Adjustment("PR", "2", coinsurance),
                            new Adjustment("PR", "3", copayHere)),
                    null);
        }
    }
}
