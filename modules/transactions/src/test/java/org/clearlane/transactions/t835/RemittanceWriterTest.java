package org.clearlane.transactions.t835;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearlane.transactions.t835.Remittances.bytes;
import static org.clearlane.transactions.t835.Remittances.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;

class RemittanceWriterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T07:08:00Z"), ZoneOffset.UTC);

    private static RemittanceEnvelope envelope(Delimiters delimiters) {
        return new RemittanceEnvelope(delimiters, "ZZ", "CLEARLANE", "ZZ", "PRACTICE1", 42, 43, "0001", 'P');
    }

    private static String write(
            RemittanceDocument original,
            Delimiters delimiters,
            Optional<Payee> payee,
            Money amount,
            List<ProviderAdjustment> adjustments)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RemittanceWriter writer =
                RemittanceWriter.begin(out, envelope(delimiters), CLOCK, original.head(), payee, amount);
        for (RemittanceDocument.Group group : original.groups()) {
            writer.group();
            for (var claim : group.claims()) {
                writer.claim(claim);
            }
        }
        writer.end(adjustments);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static RemittanceDocument original(String sample) {
        return read(bytes(Remittances.sample(sample))).documents().getLast();
    }

    @Test
    void writesPartThatReadsBackWithoutFinding() throws IOException {
        RemittanceDocument original = original("several-payees");
        RemittanceDocument again = read(write(
                        original,
                        Delimiters.USUAL,
                        Optional.of(new Payee("ONE PRACTICE", "1999999018", "999000001")),
                        original.head().payment().amount(),
                        original.providerAdjustments()))
                .documents()
                .getFirst();

        assertThat(again.findings()).isEmpty();
        assertThat(again.end().isCountRight()).isTrue();
        assertThat(again.claims()).isEqualTo(original.claims());
        assertThat(again.providerAdjustments()).isEqualTo(original.providerAdjustments());
        assertThat(again.groups()).hasSize(2);
        assertThat(again.head().payment().amount()).isEqualTo(Money.of("323.92"));
        assertThat(again.head().payment().trace()).isEqualTo("EFT100009");
        assertThat(again.head().payment().payerName()).isEqualTo("EXAMPLE HEALTH PLAN");
        assertThat(again.head().payment().payeeName()).isEqualTo("ONE PRACTICE");
        assertThat(again.head().payment().payeeNpi()).isEqualTo("1999999018");
        assertThat(again.head().payment().payeeTaxId()).isEqualTo("999000001");
        assertThat(again.head().payment().interchangeControl()).isEqualTo("000000042");
    }

    @Test
    void claimsGoOutByteForByte() throws IOException {
        RemittanceDocument original = original("other-separators");

        String written = write(
                original,
                original.head().delimiters(),
                Optional.empty(),
                original.head().payment().amount(),
                List.of());

        assertThat(written)
                .contains(String.join("~", original.claims().getFirst().segments()) + "~")
                .contains("N1|PE|EXAMPLE FAMILY PRACTICE|XX|1999999018~");
    }

    @Test
    void writesWithOtherSeparatorsThanTheOriginal() throws IOException {
        RemittanceDocument original = original("other-separators");

        String written = write(
                original,
                Delimiters.USUAL,
                Optional.empty(),
                original.head().payment().amount(),
                List.of());

        assertThat(written).contains("SVC*HC:99213:95*100*80**1~");
        assertThat(read(written).documents().getFirst().findings()).isEmpty();
    }

    @Test
    void partThatOwesMoneyIsWrittenAsDebit() throws IOException {
        RemittanceDocument original = original("clean-paid");
        List<ProviderAdjustment> takenBack =
                List.of(new ProviderAdjustment("1999999018", "20261231", "WO", "OLD", Money.of("300.25")));

        String written = write(original, Delimiters.USUAL, Optional.empty(), Money.of("-50"), takenBack);

        assertThat(written).contains("BPR*I*50*D*ACH*");
        assertThat(read(written).documents().getFirst().head().payment().amount())
                .isEqualTo(Money.of("-50"));
    }

    @Test
    void putsAtMostSixAdjustmentsOfOneProviderIntoOnePlb() throws IOException {
        RemittanceDocument original = original("clean-paid");
        List<ProviderAdjustment> adjustments = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            adjustments.add(new ProviderAdjustment("P", "20261231", "CS", "N" + i, Money.of("1")));
        }
        adjustments.add(new ProviderAdjustment("Q", "20261231", "L6", "", Money.of("-1")));

        String written = write(original, Delimiters.USUAL, Optional.empty(), Money.of("244.25"), adjustments);

        assertThat(written)
                .contains("PLB*P*20261231*CS:N1*1*CS:N2*1*CS:N3*1*CS:N4*1*CS:N5*1*CS:N6*1~"
                        + "PLB*P*20261231*CS:N7*1~PLB*Q*20261231*L6*-1~");
    }

    @Test
    void refusesPartThatDoesNotBalance() {
        assertThatThrownBy(() -> write(
                        original("clean-paid"), Delimiters.USUAL, Optional.empty(), Money.of("250.26"), List.of()))
                .isInstanceOf(IllegalStateException.class);
    }
}
