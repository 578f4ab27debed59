package org.clearlane.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;
import org.junit.jupiter.api.Test;

class RemittanceFileGeneratorTest {

    private static final RemittanceSettings SMALL =
            RemittanceSettings.ofClaims(1_200).withClaimsPerSet(250);

    private static byte[] generate(long seed, RemittanceSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RemittanceFileGenerator(seed).write(out, settings);
        return out.toByteArray();
    }

    @Test
    void makesTheSameBytesFromTheSameSeed() throws Exception {
        assertThat(generate(7, SMALL)).isEqualTo(generate(7, SMALL)).isNotEqualTo(generate(8, SMALL));
    }

    @Test
    void saysExactlyWhatItWrote() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RemittanceTotals totals = new RemittanceFileGenerator(3).write(out, SMALL);
        Recount recount = Recount.of(out.toByteArray());

        assertThat(totals.payments()).isEqualTo(1_200 + totals.reversals()).isEqualTo(recount.payments);
        assertThat(totals.reversals()).isEqualTo(recount.reversals).isBetween(30L, 100L);
        assertThat(BigDecimal.valueOf(totals.chargedCents(), 2)).isEqualByComparingTo(recount.charged);
        assertThat(BigDecimal.valueOf(totals.paidCents(), 2)).isEqualByComparingTo(recount.paid);
        assertThat(BigDecimal.valueOf(totals.providerAdjustmentCents(), 2))
                .isEqualByComparingTo(recount.providerAdjusted);
        assertThat(recount.transferred).isEqualByComparingTo(recount.paid.subtract(recount.providerAdjusted));
        assertThat(totals.lines()).isEqualTo(recount.lines);
        assertThat(totals.sets()).isEqualTo(5).isEqualTo(recount.sets);
        assertThat(totals.segments()).isEqualTo(recount.segments);
        assertThat(totals.bytes()).isEqualTo(out.size());
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> RemittanceSettings.ofClaims(0)).hasMessageContaining("claims");
        assertThatThrownBy(() -> SMALL.withClaimsPerSet(0)).hasMessageContaining("claimsPerSet");
        assertThatThrownBy(() -> SMALL.withControlAndPrefix(0, "A")).hasMessageContaining("interchangeControl");
    }

    /** Reads a generated file back and counts everything anew. */
    private static final class Recount {

        private long payments;
        private long reversals;
        private long lines;
        private long sets;
        private long segments;
        private BigDecimal charged = BigDecimal.ZERO;
        private BigDecimal paid = BigDecimal.ZERO;
        private BigDecimal providerAdjusted = BigDecimal.ZERO;
        private BigDecimal transferred = BigDecimal.ZERO;

        static Recount of(byte[] bytes) throws IOException {
            Recount recount = new Recount();
            try (X12Reader reader = new X12Reader(new ByteArrayInputStream(bytes))) {
                while (reader.next()) {
                    recount.segments++;
                    recount.take(reader.segment());
                }
                assertThat(reader.end()).isEqualTo(X12Reader.End.COMPLETE);
            }
            return recount;
        }

        private void take(Segment s) {
            switch (s.id()) {
                case "ST" -> sets++;
                case "BPR" -> transferred = transferred.add(new BigDecimal(s.element(2)));
                case "CLP" -> {
                    payments++;
                    reversals += s.element(2).equals("22") ? 1 : 0;
                    charged = charged.add(new BigDecimal(s.element(3)));
                    paid = paid.add(new BigDecimal(s.element(4)));
                }
                case "SVC" -> lines++;
                case "PLB" -> {
                    for (int n = 4; n <= s.elementCount(); n += 2) {
                        providerAdjusted = providerAdjusted.add(new BigDecimal(s.element(n)));
                    }
                }
                default -> {}
            }
        }
    }
}
