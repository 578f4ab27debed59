package org.clearlane.pipeline.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.TreeMap;
import org.clearlane.edits.Edits;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.guide.Guides;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.SetVerdict;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.remittance.RemittanceSplit;
import org.clearlane.remittance.SplitPart;
import org.clearlane.transactions.t835.Payee;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.clearlane.transactions.t835.RemittanceEnvelope;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.RemittanceWriter;
import org.junit.jupiter.api.Test;

/**
 * Generated remittances over several practices, with reversals, adjustments at both levels and provider adjustments of
 * either sign: their parts, written and read again, add up to the original to the cent, each balances by itself, and each
 * passes our own guide at SNIP 1 to 3. The seed stands in every message.
 */
class PartsPassOurGuideTest {

    private static final Path CONFIG = Path.of(System.getProperty("clearlane.root"), "config");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-26T07:08:00Z"), ZoneOffset.UTC);
    private static final List<String> NPIS = List.of("1234567893", "2000000218", "2000000010");
    private static final int ROUNDS = 150;

    private final Judge judge = new Judge(
            Guides.load(CONFIG.resolve("guides")),
            Edits.load(CONFIG.resolve("edits"), CodeSets.load(CONFIG.resolve("codesets"))),
            CLOCK);

    @Test
    void partsAddUpBalanceAndPassTheGuide() throws IOException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            String original = new Original(new Random(seed)).text();
            assertThat(judged(original)).as("original of seed %d", seed).isEmpty();
            RemittanceDocument document = read(original);
            RemittanceSplit.Parts parts = (RemittanceSplit.Parts)
                    RemittanceSplit.of(document.remittance(), PartsPassOurGuideTest::owner, number -> practice(number));

            Money paid = Money.ZERO;
            Money amount = Money.ZERO;
            Map<String, Money> outside = new TreeMap<>();
            List<List<String>> claims = new ArrayList<>();
            for (SplitPart part : parts.parts()) {
                String text = written(document, part);
                RemittanceDocument again = read(text);
                assertThat(judged(text))
                        .as("seed %d, part %s", seed, part.practiceId())
                        .isEmpty();
                assertThat(again.isReadable()).isTrue();
                assertThat(RemittanceBalance.of(again.remittance()).balanced())
                        .as("seed %d", seed)
                        .isTrue();
                amount = amount.plus(again.head().payment().amount());
                for (ClaimPayment claim : again.claims()) {
                    paid = paid.plus(claim.paid());
                    claims.add(claim.segments());
                }
                again.providerAdjustments().forEach(one -> outside.merge(key(one), one.amount(), Money::plus));
            }

            Map<String, Money> sent = new TreeMap<>();
            document.providerAdjustments().forEach(one -> sent.merge(key(one), one.amount(), Money::plus));
            assertThat(amount)
                    .as("BPR02 of seed %d", seed)
                    .isEqualTo(document.head().payment().amount());
            assertThat(paid)
                    .as("CLP04 of seed %d", seed)
                    .isEqualTo(RemittanceBalance.of(document.remittance()).paid());
            assertThat(outside).as("PLB of seed %d", seed).isEqualTo(sent);
            assertThat(claims)
                    .as("claims of seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(document.claims().stream()
                            .map(ClaimPayment::segments)
                            .toList());
        }
    }

    /** Without this the test above might pass because nobody looks. */
    @Test
    void guideSeesWhatIsMissing() throws IOException {
        String original = new Original(new Random(1)).text();

        assertThat(judged(original.replace("N3*1 PLAN STREET~", ""))).isNotEmpty();
        assertThat(judged(original.replace("CLP*C11*", "CLP**"))).isNotEmpty();
    }

    private static String key(ProviderAdjustment one) {
        return one.providerId() + " " + one.reason() + " " + one.identifier();
    }

    private static Optional<String> practice(String number) {
        int index = NPIS.indexOf(number);
        return index < 0 ? Optional.empty() : Optional.of("practice-" + index);
    }

    private static Optional<String> owner(ClaimPayment claim) {
        return practice(claim.renderingNpi());
    }

    private static RemittanceDocument read(String text) throws IOException {
        return RemittanceReader.readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))
                .documents()
                .getFirst();
    }

    private static String written(RemittanceDocument original, SplitPart part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean ours = !part.practiceId().equals(RemittanceSplit.UNALLOCATED);
        String npi = ours ? NPIS.get(Integer.parseInt(part.practiceId().substring("practice-".length()))) : "";
        RemittanceWriter writer = RemittanceWriter.begin(
                out,
                new RemittanceEnvelope(
                        original.head().delimiters(), "ZZ", "CLEARLANE", "ZZ", "PRACTICE", 1, 1, "0001", 'T'),
                CLOCK,
                original.head(),
                ours ? Optional.of(new Payee("THE PRACTICE", npi, "999000001")) : Optional.empty(),
                part.amount());
        for (RemittanceDocument.Group group : original.groups()) {
            writer.group();
            for (ClaimPayment claim : group.claims()) {
                if (owner(claim).orElse(RemittanceSplit.UNALLOCATED).equals(part.practiceId())) {
                    writer.claim(claim);
                }
            }
        }
        writer.end(part.providerAdjustments());
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /** What our guide has to say against a file, in words. */
    private List<String> judged(String text) throws IOException {
        List<String> findings = new ArrayList<>();
        FileVerdict verdict = judge.judge(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                JudgeOptions.offline(3),
                new JudgementListener() {
                    @Override
                    public void setClosed(SetVerdict set) {
                        set.findings()
                                .forEach(finding ->
                                        findings.add(finding.finding().place().inWords() + " "
                                                + finding.finding().message()));
                    }
                });
        if (verdict.verdict() != FileVerdict.Verdict.ACCEPTED) {
            findings.add(verdict.verdict().name());
        }
        return findings;
    }

    /** One remittance, letter by letter. */
    private static final class Original {

        private final Random random;
        private final StringBuilder claims = new StringBuilder();
        private final StringBuilder outside = new StringBuilder();
        private long cents;

        Original(Random random) {
            this.random = random;
            for (int groups = 1 + random.nextInt(3), group = 1; group <= groups; group++) {
                claims.append("LX*").append(group).append('~');
                for (int i = 1 + random.nextInt(5); i > 0; i--) {
                    claim(i + 10 * group);
                }
            }
            for (int i = random.nextInt(9); i > 0; i--) {
                long amount = random.nextInt(90_000) - 30_000L;
                cents -= amount;
                String reason =
                        List.of("WO", "FB", "CS", "72", "L6", "AH", "IR").get(random.nextInt(7));
                String names = List.of("", ":ICN11", ":ICN21", ":OTHER").get(random.nextInt(4));
                String npi = random.nextInt(4) == 0 ? "2000000119" : NPIS.get(random.nextInt(3));
                outside.append("PLB*%s*20261231*%s*%s~".formatted(npi, reason + names, dollars(amount)));
            }
        }

        private void claim(int number) {
            int sign = random.nextInt(4) == 0 ? -1 : 1;
            long atClaim = random.nextInt(4) == 0 ? sign * (long) random.nextInt(500) : 0;
            long charge = 0;
            long paid = -atClaim;
            StringBuilder lines = new StringBuilder();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                long lineCharge = sign * (1_000L + random.nextInt(40_000));
                long contract = lineCharge / (2 + random.nextInt(4));
                long share = random.nextBoolean() ? lineCharge / 10 : 0;
                long linePaid = lineCharge - contract - share;
                charge += lineCharge;
                paid += linePaid;
                lines.append("SVC*HC:99213*%s*%s**1~DTM*472*20260915~CAS*CO*45*%s~"
                        .formatted(dollars(lineCharge), dollars(linePaid), dollars(contract)));
                lines.append(share == 0 ? "" : "CAS*PR*2*" + dollars(share) + "~");
                lines.append("REF*6R*L").append(i).append('~');
            }
            cents += paid;
            claims.append("CLP*C%d*%s*%s*%s**12*ICN%d*11*1~"
                    .formatted(number, sign < 0 ? "22" : "1", dollars(charge), dollars(paid), number));
            claims.append(atClaim == 0 ? "" : "CAS*OA*94*" + dollars(atClaim) + "~");
            claims.append("NM1*QC*1*ZZTEST*JANE****MI*M%d~".formatted(number));
            String rendering = random.nextInt(6) == 0 ? "2000000119" : NPIS.get(random.nextInt(3));
            claims.append("NM1*82*1*ZZTEST*JOHN****XX*%s~".formatted(rendering));
            claims.append(lines);
        }

        private static String dollars(long cents) {
            return new BigDecimal(cents).movePointLeft(2).stripTrailingZeros().toPlainString();
        }

        String text() {
            String body =
                    ("ST*835*0001~BPR*I*%s*%s*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20260925~"
                                            + "TRN*1*EFT1*1512345678~DTM*405*20260925~N1*PR*THE PAYER~N3*1 PLAN STREET~"
                                            + "N4*SPRINGFIELD*IL*627010000~PER*BL*EDI DESK*TE*5555550100~N1*PE*THE GROUP*XX*2000000119~"
                                            + "REF*TJ*999000009~")
                                    .formatted(dollars(Math.abs(cents)), cents < 0 ? "D" : "C")
                            + claims
                            + outside;
            long segments = body.chars().filter(c -> c == '~').count() + 1;
            return "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLEARLANE      *260925*0600*^*00501*000000001*0*T*:~"
                    + "GS*HP*PAYER*CLEARLANE*20260925*0600*1*X*005010X221A1~" + body + "SE*" + segments
                    + "*0001~GE*1*1~IEA*1*000000001~";
        }
    }
}
