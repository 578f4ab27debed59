package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.Remittance;
import org.junit.jupiter.api.Test;

/**
 * Remittances about one claim, each of them once, twice or thrice and in any order, end in the same money and the same
 * state. Seeds are in the messages.
 */
class PostingOrderPropertyTest {

    /** Where a claim ends: what counts, what it comes to, how it stands. */
    private record End(Set<String> counted, Money paid, Money patientShare, ClaimState state) {}

    @Test
    void anyOrderAndAnyRepeatsComeToTheSameEnd() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<Remittance> history = history(random);
            End inOrder = post(history);
            for (int shuffle = 0; shuffle < 6; shuffle++) {
                List<Remittance> other = new ArrayList<>(history);
                for (int repeats = random.nextInt(3); repeats > 0; repeats--) {
                    other.add(history.get(random.nextInt(history.size())));
                }
                Collections.shuffle(other, random);
                assertThat(post(other)).as("seed %d", seed).isEqualTo(inOrder);
            }
        }
    }

    @Test
    void originalReversalAndCorrectionEndAsTheCorrectionInAllSixOrders() {
        Remittance original = paying("T1", "1", 200, 150, "CO-45");
        Remittance reversal = paying("T2", "22", -200, -150, "CO-45");
        Remittance correction = paying("T3", "1", 200, 120, "CO-45");
        for (List<Remittance> order : List.of(
                List.of(original, reversal, correction),
                List.of(original, correction, reversal),
                List.of(reversal, original, correction),
                List.of(reversal, correction, original),
                List.of(correction, original, reversal),
                List.of(correction, reversal, original))) {
            End end = post(order);
            assertThat(end.paid()).isEqualTo(Money.of("120"));
            assertThat(end.state()).isEqualTo(ClaimState.PAID);
            assertThat(end.counted()).hasSize(3);
        }
    }

    private static List<Remittance> history(Random random) {
        List<Remittance> history = new ArrayList<>();
        int payments = 1 + random.nextInt(4);
        for (int i = 0; i < payments; i++) {
            // Few amounts on purpose: equal payments of different decisions meet.
            int paid = random.nextInt(3) * 40;
            String reason = List.of("CO-45", "CO-197", "PR-1").get(random.nextInt(3));
            history.add(paying("T" + i, random.nextInt(4) == 0 ? "2" : "1", 100, paid, reason));
            if (random.nextBoolean()) {
                history.add(paying("R" + i, "22", -100, -paid, reason));
            }
        }
        return history;
    }

    private static Remittance paying(String trace, String status, int charge, int paid, String reason) {
        ClaimPayment claim = Payments.claim(
                status,
                "" + charge,
                "" + paid,
                Payments.line("99213", "" + charge, "" + paid, reason + " " + (charge - paid)));
        return new Remittance(Payments.header(trace, "" + paid), List.of(claim), List.of());
    }

    private static End post(List<Remittance> remittances) {
        List<RemittanceKey> known = new ArrayList<>();
        List<PostedPayment> posted = new ArrayList<>();
        Set<String> counted = new TreeSet<>();
        ClaimState state = ClaimState.SENT;
        ClaimMoney money = ClaimMoney.of(posted);
        for (Remittance remittance : remittances) {
            PaymentHeader header = remittance.header();
            ClaimPayment claim = remittance.claims().getFirst();
            RemittancePrint print = new RemittancePrint();
            print.add(claim);
            RemittanceKey key = RemittanceKey.of(header, print.value());
            RemittanceStanding standing =
                    RemittanceStanding.of(true, RemittanceBalance.of(remittance), key, known, false);
            MatchResult match = ClaimMatch.match(
                    claim,
                    header,
                    Set.of("99999"),
                    List.of(Payments.ledgerClaim(
                            "clm_1", "C1", Math.abs(claim.charge().cents()) / 100 + "", state)));
            PostingDecision decision = Posting.decide(standing, header.trace(), 1, claim, match, List.copyOf(posted));
            if (standing.counts()) {
                known.add(key);
            }
            if (decision.posting().isPresent()) {
                posted.add(decision.posting().get());
                counted.add(RemittancePrint.of(claim));
                money = decision.money().orElseThrow();
            }
            state = decision.next().orElse(state);
        }
        return new End(counted, money.paid(), money.patientShare(), state);
    }
}
