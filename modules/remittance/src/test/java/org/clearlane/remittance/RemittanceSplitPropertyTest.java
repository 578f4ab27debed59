package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.model.remittance.Remittance;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.clearlane.transactions.t835.RemittanceEnvelope;
import org.clearlane.transactions.t835.RemittanceWriter;
import org.junit.jupiter.api.Test;

class RemittanceSplitPropertyTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T07:08:00Z"), ZoneOffset.UTC);

    private static final Map<String, String> PRACTICES =
            Map.of("1999999117", "practice-a", "1999999125", "practice-b", "1999999018", "practice-a");

    private static Optional<String> byProvider(String id) {
        return Optional.ofNullable(PRACTICES.get(id));
    }

    @Test
    void partsAddUpToTheOriginalToTheCent() {
        Random random = new Random(835);
        for (int round = 0; round < 1_000; round++) {
            Remittance remittance = remittance(random);
            Function<ClaimPayment, Optional<String>> owner = claim -> {
                int which = Math.floorMod(claim.patientControlNumber().hashCode(), 4);
                return which == 0 ? Optional.empty() : Optional.of("practice-" + which);
            };

            RemittanceSplit.Result result =
                    RemittanceSplit.of(remittance, owner, RemittanceSplitPropertyTest::byProvider);

            List<SplitPart> parts = ((RemittanceSplit.Parts) result).parts();
            Money paid = Money.ZERO;
            Money amount = Money.ZERO;
            long claims = 0;
            List<ProviderAdjustment> adjustments = new ArrayList<>();
            for (SplitPart part : parts) {
                paid = paid.plus(part.claimsPaid());
                amount = amount.plus(part.amount());
                claims += part.claims();
                adjustments.addAll(part.providerAdjustments());
                Money own = part.claimsPaid();
                for (ProviderAdjustment adjustment : part.providerAdjustments()) {
                    own = own.minus(adjustment.amount());
                }
                assertThat(part.amount()).isEqualTo(own);
            }
            assertThat(amount).isEqualTo(remittance.header().amount());
            assertThat(paid).isEqualTo(RemittanceBalance.of(remittance).paid());
            assertThat(claims).isEqualTo(remittance.claims().size());
            assertThat(adjustments).containsExactlyInAnyOrderElementsOf(remittance.providerAdjustments());
        }
    }

    private static Remittance remittance(Random random) {
        List<ClaimPayment> claims = new ArrayList<>();
        Money total = Money.ZERO;
        for (int i = random.nextInt(12); i > 0; i--) {
            Money paid = new Money(random.nextInt(1_000_000) - 200_000);
            claims.add(Payments.claim("C" + random.nextInt(40), "1", paid.toString(), paid.toString(), List.of()));
            total = total.plus(paid);
        }
        List<ProviderAdjustment> adjustments = new ArrayList<>();
        for (int i = random.nextInt(9); i > 0; i--) {
            Money amount = new Money(random.nextInt(100_000) - 50_000);
            String provider = List.of("1999999117", "1999999125", "X").get(random.nextInt(3));
            String names =
                    List.of("", "C" + random.nextInt(40), "NOBODY", "ICNC3 C3").get(random.nextInt(4));
            adjustments.add(new ProviderAdjustment(provider, "20261231", "WO", names, amount));
            total = total.minus(amount);
        }
        return new Remittance(Payments.header("T1", total.toString()), claims, adjustments);
    }

    private static RemittanceDocument shared() {
        Path sample = Payments.ROOT.resolve("samples/835/several-payees/input.edi");
        return Payments.read(sample).documents().getLast();
    }

    @Test
    void providerAdjustmentGoesToTheClaimItNamesElseToTheProviderElseNowhere() {
        RemittanceSplit.Result result = RemittanceSplit.of(
                shared().remittance(),
                claim -> byProvider(claim.renderingNpi()),
                RemittanceSplitPropertyTest::byProvider);

        List<SplitPart> parts = ((RemittanceSplit.Parts) result).parts();
        assertThat(parts).extracting(SplitPart::practiceId).containsExactly("practice-a", "practice-b", "");
        assertThat(parts)
                .extracting(SplitPart::amount)
                .containsExactly(Money.of("280.42"), Money.of("45"), Money.of("-1.50"));
    }

    @Test
    void paymentOfOnePracticeOwesItsAdjustmentsToNobodyElse() {
        RemittanceSplit.Result result =
                RemittanceSplit.of(shared().remittance(), claim -> Optional.of("practice-a"), id -> Optional.empty());

        assertThat(((RemittanceSplit.Parts) result).parts())
                .extracting(SplitPart::practiceId)
                .containsExactly("practice-a");
    }

    @Test
    void numberThatTwoPracticesUseNamesNobody() {
        List<ClaimPayment> claims = List.of(
                Payments.claim("SAME", "1", "10", "10", List.of()), Payments.claim("SAME", "1", "20", "20", List.of()));
        List<ProviderAdjustment> adjustments =
                List.of(new ProviderAdjustment("X", "20261231", "WO", "SAME", Money.of("5")));
        Remittance remittance = new Remittance(Payments.header("T1", "25"), claims, adjustments);

        RemittanceSplit.Result result = RemittanceSplit.of(
                remittance,
                claim -> Optional.of(claim.paid().equals(Money.of("10")) ? "one" : "two"),
                id -> Optional.empty());

        assertThat(((RemittanceSplit.Parts) result).parts())
                .extracting(SplitPart::practiceId)
                .containsExactly("one", "two", RemittanceSplit.UNALLOCATED);
    }

    @Test
    void paymentThatDoesNotBalanceHasNoParts() {
        Remittance remittance = new Remittance(
                Payments.header("T1", "10.01"), List.of(Payments.claim("C1", "1", "10", "10", List.of())), List.of());

        RemittanceSplit.Result result =
                RemittanceSplit.of(remittance, claim -> Optional.of("one"), id -> Optional.empty());

        assertThat(result).isInstanceOf(RemittanceSplit.Refused.class);
    }

    /** Split, written, read again: every part balances, and no claim is in none or in two. */
    @Test
    void writtenPartsReadBackBalanced() throws IOException {
        RemittanceDocument original = shared();
        Function<ClaimPayment, Optional<String>> owner = claim -> byProvider(claim.renderingNpi());
        RemittanceSplit.Result result =
                RemittanceSplit.of(original.remittance(), owner, RemittanceSplitPropertyTest::byProvider);

        List<ClaimPayment> again = new ArrayList<>();
        for (SplitPart part : ((RemittanceSplit.Parts) result).parts()) {
            RemittanceDocument read =
                    Payments.read(write(original, part, owner)).documents().getFirst();
            assertThat(read.findings()).isEmpty();
            assertThat(RemittanceBalance.of(read.remittance()).balanced()).isTrue();
            assertThat(read.head().payment().amount()).isEqualTo(part.amount());
            again.addAll(read.claims());
        }

        assertThat(again).containsExactlyInAnyOrderElementsOf(original.claims());
    }

    private static String write(
            RemittanceDocument original, SplitPart part, Function<ClaimPayment, Optional<String>> owner)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RemittanceEnvelope envelope = new RemittanceEnvelope(
                original.head().delimiters(), "ZZ", "CLEARLANE", "ZZ", "PRACTICE", 1, 1, "0001", 'T');
        RemittanceWriter writer =
                RemittanceWriter.begin(out, envelope, CLOCK, original.head(), Optional.empty(), part.amount());
        for (ClaimPayment claim : original.claims()) {
            if (owner.apply(claim).orElse(RemittanceSplit.UNALLOCATED).equals(part.practiceId())) {
                writer.claim(claim);
            }
        }
        writer.end(part.providerAdjustments());
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
