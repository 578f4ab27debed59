package org.clearlane.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clearlane.simulator.ClaimAcknowledgment.ClaimVerdict;
import org.clearlane.simulator.ControlNumbers.Kind;
import org.clearlane.simulator.ImplementationAcknowledgment.SetVerdict;

/** Works out every answer to an interchange at once: what it says, and when it is handed out. */
final class AnswerPlanner {

    private static final byte[] GARBAGE =
            """
            <!DOCTYPE html>
            <html><head><title>503 Service Unavailable</title></head>
            <body><h1>We'll be back soon</h1><p>Scheduled maintenance is in progress. ISA*IEA~</p></body></html>
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private final PayerSettings payer;
    private final Adjudicator adjudicator;
    private final ControlNumbers numbers;
    private final Clock clock;

    AnswerPlanner(long seed, PayerSettings payer, ControlNumbers numbers, Clock clock) {
        this.payer = payer;
        this.adjudicator = new Adjudicator(seed, payer);
        this.numbers = numbers;
        this.clock = clock;
    }

    /** An answer whose envelope is still open. */
    private record Draft(AnswerKind kind, long dueMillis, Function<Envelope, byte[]> content) {}

    private record DecidedSet(ReceivedSet set, List<Decided> claims) {}

    private record Decided(ReceivedClaim claim, Scenario scenario, String number) {
        boolean isAcknowledged() {
            return scenario.does() != ClaimOutcome.SILENT;
        }

        boolean isRejected() {
            return scenario.does() == ClaimOutcome.REJECTS_277CA;
        }

        boolean isPaidOrDenied() {
            // A void (frequency 8) is taken note of and never paid.
            return !claim.frequency().equals("8")
                    && switch (scenario.does()) {
                        case PAYS, DENIES, PARTLY_PAYS, REVERSES_AND_CORRECTS, VOIDS, FORWARDS, ADJUSTS_CLAIM -> true;
                        case REJECTS_277CA, REJECTS_999, ACCEPTS_ONLY, SILENT -> false;
                    };
        }
    }

    /** The TA1 that refuses an interchange for its envelope (TA105). */
    List<PlannedAnswer> refusal(ReceivedInterchange interchange, String note, Instant received) {
        Draft ta1 = draft(AnswerKind.TA1, received, envelope -> envelope.ta1("R", note));
        return List.of(written(ta1, interchange));
    }

    /** Every answer to an interchange that was taken, in the order in which they are handed out. */
    List<PlannedAnswer> answers(ReceivedInterchange interchange, Instant received) {
        Delivery delivery = adjudicator.delivery(interchange);
        List<PlannedAnswer> plain =
                switch (delivery.does()) {
                    case SILENT -> List.of();
                    case REJECTS_TA1 -> refusal(interchange, delivery.note(), received);
                    default -> deliver(drafts(interchange, received), interchange, delivery);
                };
        return delivery.does() == DeliveryQuirk.OUT_OF_ORDER ? outOfOrder(plain) : inOrder(plain);
    }

    private List<PlannedAnswer> deliver(List<Draft> drafts, ReceivedInterchange interchange, Delivery delivery) {
        List<PlannedAnswer> answers = new ArrayList<>();
        for (Draft draft : drafts) {
            PlannedAnswer answer = written(draft, interchange);
            boolean meant = delivery.answers().contains(draft.kind());
            if (!meant) {
                answers.add(answer);
                continue;
            }
            switch (delivery.does()) {
                case TWICE -> answers.addAll(List.of(answer, answer));
                case TWICE_IN_NEW_ENVELOPE -> answers.addAll(List.of(answer, written(draft, interchange)));
                case LATE ->
                    answers.add(new PlannedAnswer(
                            answer.kind(), answer.bytes(), answer.dueMillis() + payer.scaled(delivery.millis())));
                case GARBAGE -> answers.add(new PlannedAnswer(answer.kind(), GARBAGE, answer.dueMillis()));
                case PLAIN, OUT_OF_ORDER, SILENT, REJECTS_TA1 -> answers.add(answer);
            }
        }
        return answers;
    }

    private static List<PlannedAnswer> inOrder(List<PlannedAnswer> answers) {
        return answers.stream()
                .sorted(Comparator.comparingLong(PlannedAnswer::dueMillis))
                .toList();
    }

    /** The moments stay, the answers change places. */
    private static List<PlannedAnswer> outOfOrder(List<PlannedAnswer> answers) {
        List<PlannedAnswer> ordered = inOrder(answers);
        List<PlannedAnswer> turned = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            PlannedAnswer answer = ordered.get(ordered.size() - 1 - i);
            turned.add(new PlannedAnswer(
                    answer.kind(), answer.bytes(), ordered.get(i).dueMillis()));
        }
        return turned;
    }

    private Draft draft(AnswerKind kind, Instant received, Function<Envelope, byte[]> content) {
        return new Draft(kind, received.toEpochMilli() + payer.delayMillis(kind), content);
    }

    private PlannedAnswer written(Draft draft, ReceivedInterchange interchange) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
        Envelope envelope = new Envelope(payer, interchange, now, numbers.next(Kind.INTERCHANGE));
        return new PlannedAnswer(draft.kind(), draft.content().apply(envelope), draft.dueMillis());
    }

    private List<Draft> drafts(ReceivedInterchange interchange, Instant received) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(draft(AnswerKind.TA1, received, envelope -> envelope.ta1("A", "000")));
        List<DecidedSet> decided = new ArrayList<>();
        List<Envelope.SetBody> acknowledgments = new ArrayList<>();
        for (ReceivedGroup group : interchange.groups()) {
            if (group.holdsClaims()) {
                acknowledgments.add(acknowledge(interchange, group, decided));
            }
        }
        if (!acknowledgments.isEmpty()) {
            drafts.add(draft(
                    AnswerKind.ACK_999,
                    received,
                    envelope ->
                            envelope.group("FA", "999", ImplementationAcknowledgment.VERSION, true, acknowledgments)));
        }
        claimAcknowledgments(interchange, decided, received).ifPresent(drafts::add);
        remittances(decided.stream().flatMap(set -> set.claims().stream()).toList(), received, drafts);
        return drafts;
    }

    private Envelope.SetBody acknowledge(
            ReceivedInterchange interchange, ReceivedGroup group, List<DecidedSet> accepted) {
        List<SetVerdict> verdicts = new ArrayList<>();
        for (ReceivedSet set : group.sets()) {
            List<Decided> ofSet = set.claims().stream()
                    .map(claim -> new Decided(
                            claim,
                            adjudicator.scenario(claim),
                            adjudicator.payerClaimNumber(interchange.control(), set.control(), claim)))
                    .toList();
            ReceivedClaim objection = ofSet.stream()
                    .filter(one -> one.scenario().does() == ClaimOutcome.REJECTS_999)
                    .map(Decided::claim)
                    .findFirst()
                    .orElse(null);
            SetVerdict verdict = new SetVerdict(set, objection);
            verdicts.add(verdict);
            if (verdict.accepted() && group.faultCode() == null) {
                accepted.add(new DecidedSet(set, ofSet));
            }
        }
        return new ImplementationAcknowledgment(group, verdicts);
    }

    private Optional<Draft> claimAcknowledgments(
            ReceivedInterchange interchange, List<DecidedSet> decided, Instant received) {
        List<DecidedSet> answered = decided.stream()
                .map(set -> new DecidedSet(
                        set.set(),
                        set.claims().stream().filter(Decided::isAcknowledged).toList()))
                .filter(set -> !set.claims().isEmpty())
                .toList();
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(draft(
                AnswerKind.ACK_277CA,
                received,
                envelope -> envelope.group(
                        "HN",
                        "277",
                        ClaimAcknowledgment.VERSION,
                        true,
                        answered.stream()
                                .map(set -> claimAcknowledgment(envelope, interchange, set, received))
                                .toList())));
    }

    private Envelope.SetBody claimAcknowledgment(
            Envelope envelope, ReceivedInterchange interchange, DecidedSet set, Instant received) {
        List<ClaimVerdict> verdicts = set.claims().stream()
                .map(one -> new ClaimVerdict(one.claim(), one.isRejected() ? one.scenario() : null, one.number()))
                .toList();
        String reference = "%s-%s-%s"
                .formatted(payer.payerId(), interchange.control(), set.set().control());
        return new ClaimAcknowledgment(envelope, set.set(), verdicts, reference, day(received));
    }

    private void remittances(List<Decided> decided, Instant received, List<Draft> drafts) {
        Map<String, List<AdjudicatedClaim>> first = new LinkedHashMap<>();
        Map<String, List<AdjudicatedClaim>> second = new LinkedHashMap<>();
        long correctsAfter = 0;
        for (Decided one : decided) {
            if (!one.isPaidOrDenied()) {
                continue;
            }
            String payee = one.claim().provider().payeeKey();
            AdjudicatedClaim claim = adjudicator.adjudicate(one.claim(), one.scenario(), one.number(), false);
            first.computeIfAbsent(payee, key -> new ArrayList<>()).add(claim);
            boolean corrects = one.scenario().does() == ClaimOutcome.REVERSES_AND_CORRECTS;
            if (corrects || one.scenario().does() == ClaimOutcome.VOIDS) {
                List<AdjudicatedClaim> later = second.computeIfAbsent(payee, key -> new ArrayList<>());
                later.add(claim.reversed());
                if (corrects) {
                    later.add(adjudicator
                            .adjudicate(one.claim(), one.scenario(), one.number(), true)
                            .correcting(claim));
                }
                correctsAfter =
                        Math.max(correctsAfter, payer.scaled(one.scenario().correctsAfterMillis()));
            }
        }
        drafts.addAll(remittances(first.values(), received, 0));
        drafts.addAll(remittances(second.values(), received, correctsAfter));
    }

    private List<Draft> remittances(Collection<List<AdjudicatedClaim>> byPayee, Instant received, long laterMillis) {
        List<Function<Envelope, Envelope.SetBody>> bodies = byPayee.stream()
                .map(claims -> {
                    String trace = "%s%09d".formatted(payer.payerId(), numbers.next(Kind.TRACE));
                    return (Function<Envelope, Envelope.SetBody>)
                            envelope -> new Remittance(envelope, claims, trace, day(received));
                })
                .toList();
        Stream<List<Function<Envelope, Envelope.SetBody>>> files = bodies.isEmpty()
                ? Stream.empty()
                : payer.oneFilePerPayee() ? bodies.stream().map(List::of) : Stream.of(bodies);
        return files.map(file -> draft(
                        AnswerKind.ERA_835,
                        received.plusMillis(laterMillis),
                        envelope -> envelope.group(
                                "HP",
                                "835",
                                Remittance.VERSION,
                                false,
                                file.stream().map(body -> body.apply(envelope)).toList())))
                .toList();
    }

    private String day(Instant instant) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(
                LocalDateTime.ofInstant(instant, clock.getZone()).toLocalDate());
    }
}
