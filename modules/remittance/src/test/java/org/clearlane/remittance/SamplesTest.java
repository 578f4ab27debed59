package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    static Stream<Path> samples() {
        return Payments.samples().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleBalancesAtEveryLevel(Path sample) {
        for (RemittanceDocument document :
                Payments.read(sample.resolve("input.edi")).documents()) {
            assertThat(standing(document)).isEqualTo(new RemittanceStanding.Good());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplePostsAsWrittenBesideIt(Path sample) throws IOException {
        Map<String, List<PostedPayment>> posted = new HashMap<>();
        Map<String, ClaimState> states = new HashMap<>();
        // What reversal-and-correction takes back was paid by an earlier remittance.
        ClaimPayment earlier = Payments.claim(
                "RC-0001",
                "1",
                "200",
                "150",
                List.of(),
                Payments.line("99213", "120", "90", "CO-45 20", "PR-1 10"),
                Payments.line("87880", "80", "60", "CO-45 20"));
        posted.put("RC-0001", new ArrayList<>(List.of(PostedPayment.of("era_0", 1, earlier))));
        states.put("RC-0001", ClaimState.PAID);

        List<String> outcomes = new ArrayList<>();
        for (RemittanceDocument document :
                Payments.read(sample.resolve("input.edi")).documents()) {
            int ordinal = 0;
            for (ClaimPayment payment : document.claims()) {
                String number = payment.patientControlNumber();
                List<PostedPayment> before = posted.computeIfAbsent(number, unused -> new ArrayList<>());
                ClaimState state = states.getOrDefault(number, ClaimState.PAYER_ACCEPTED);
                PostingDecision decision = Posting.decide(
                        standing(document),
                        document.head().payment().trace(),
                        ++ordinal,
                        payment,
                        match(payment, document, state),
                        before);
                decision.posting().ifPresent(before::add);
                states.put(number, decision.next().orElse(state));
                outcomes.add(number + " " + decision.outcome().name() + " " + states.get(number));
            }
        }

        assertThat(outcomes).isEqualTo(Files.readAllLines(sample.resolve("expected.postings.txt")));
    }

    private static MatchResult match(ClaimPayment payment, RemittanceDocument document, ClaimState state) {
        LedgerClaim claim = new LedgerClaim(
                "clm_" + payment.patientControlNumber(),
                "practice-1",
                payment.patientControlNumber(),
                new Money(Math.abs(payment.charge().cents())),
                "20260105",
                "",
                document.head().payment().payeeNpi(),
                document.head().payment().payeeTaxId(),
                "99999",
                state,
                List.of());
        return ClaimMatch.match(payment, document.head().payment(), Set.of("99999"), List.of(claim));
    }

    private static RemittanceStanding standing(RemittanceDocument document) {
        RemittanceBalance balance = new RemittanceBalance(document.head().payment());
        RemittancePrint print = new RemittancePrint();
        for (RemittanceDocument.Group group : document.groups()) {
            balance.summary(
                    group.head() == null ? Optional.empty() : group.head().summary());
            group.claims().forEach(claim -> {
                balance.add(claim);
                print.add(claim);
            });
        }
        document.providerAdjustments().forEach(print::add);
        return RemittanceStanding.of(
                document.isReadable(),
                balance.close(document.providerAdjustments()),
                RemittanceKey.of(document.head().payment(), print.value()),
                List.of(),
                false);
    }
}
