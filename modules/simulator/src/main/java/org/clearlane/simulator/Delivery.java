package org.clearlane.simulator;

import java.util.Set;

/**
 * How a payer brings its answers to an interchange. Chosen like a {@link Scenario}: explicit rules first (one matching
 * claim is enough), then by weight from the seed and the first CLM01.
 *
 * @param name for people
 * @param does what happens
 * @param when an explicit rule, or null
 * @param weight share in the draw, 0 for none
 * @param answers the kinds it happens to
 * @param millis how much later, for {@link DeliveryQuirk#LATE}
 * @param note TA105 of {@link DeliveryQuirk#REJECTS_TA1}
 */
public record Delivery(
        String name, DeliveryQuirk does, When when, int weight, Set<AnswerKind> answers, long millis, String note) {

    public Delivery {
        answers = Set.copyOf(answers);
    }

    static final Delivery PLAIN =
            new Delivery("as it should be", DeliveryQuirk.PLAIN, null, 1, Set.of(AnswerKind.values()), 0, "000");
}
