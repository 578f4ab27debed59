package org.clearlane.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.generator.ClaimFileGenerator;
import org.clearlane.generator.ClaimKind;
import org.clearlane.generator.Fault;
import org.clearlane.generator.GeneratorSettings;
import org.clearlane.generator.RemittanceFileGenerator;
import org.clearlane.generator.RemittanceSettings;
import org.clearlane.generator.RemittanceTotals;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.GroupVerdict;
import org.clearlane.judgement.InterchangeVerdict;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.SetVerdict;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.remittance.RemittanceVerdict;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.SetEnd;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generator calls good, our own guides and sums find good. */
class GeneratedFilesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Judge JUDGE =
            JudgementParts.judge(Path.of(System.getProperty("clearlane.root"), "config"), CLOCK);

    private static byte[] claims(GeneratorSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ClaimFileGenerator(41).write(out, settings);
        return out.toByteArray();
    }

    private static GeneratorSettings good(ClaimKind kind) {
        // Of services more than a year old the edits ask why they come so late.
        return GeneratorSettings.ofClaims(700)
                .withKind(kind)
                .withClaimsPerSet(300)
                .withService(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 3, 31));
    }

    @ParameterizedTest
    @EnumSource(ClaimKind.class)
    void claimsAreAcceptedByTheirGuideWithoutOneFinding(ClaimKind kind) throws Exception {
        Told told = new Told();
        FileVerdict verdict = JUDGE.judge(new ByteArrayInputStream(claims(good(kind))), JudgeOptions.offline(2), told);

        assertThat(told.findings).isEmpty();
        assertThat(told.acknowledged).isEqualTo(List.of("A", "A", "A"));
        assertThat(told.kinds).containsOnly(kindOf(kind));
        assertThat(verdict.verdict()).isEqualTo(FileVerdict.Verdict.ACCEPTED);
        assertThat(verdict.claims().total()).isEqualTo(700);
    }

    /** Chance may write a grown-up's diagnosis for a child; the edits warn of that. No line is written twice. */
    @ParameterizedTest
    @EnumSource(ClaimKind.class)
    void noEditRefusesAClaim(ClaimKind kind) throws Exception {
        Told told = new Told();
        FileVerdict verdict = JUDGE.judge(new ByteArrayInputStream(claims(good(kind))), JudgeOptions.offline(7), told);

        assertThat(verdict.claims().accepted()).isEqualTo(700);
        assertThat(told.findings.stream().map(Finding::code).distinct()).isSubsetOf("diagnosis.age-conflict");
    }

    private static String kindOf(ClaimKind kind) {
        return switch (kind) {
            case PROFESSIONAL -> "837P";
            case INSTITUTIONAL -> "837I";
            case DENTAL -> "837D";
        };
    }

    @ParameterizedTest
    @EnumSource(ClaimKind.class)
    void everyFaultThatIsAskedForIsWrittenInEveryKind(ClaimKind kind) throws Exception {
        GeneratorSettings good = GeneratorSettings.ofClaims(20).withKind(kind);
        for (Fault fault : Fault.values()) {
            byte[] faulty = claims(good.withFaults(Map.of(fault, 10_000)));

            assertThat(faulty).as("%s %s", kind, fault).isNotEqualTo(claims(good));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void paymentsAreAcceptedWithoutOneFindingAndBalance(long seed) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RemittanceTotals totals = new RemittanceFileGenerator(seed)
                .write(out, RemittanceSettings.ofClaims(900).withClaimsPerSet(100));

        Told told = new Told();
        JUDGE.judge(new ByteArrayInputStream(out.toByteArray()), JudgeOptions.offline(2), told);
        Sums sums = Sums.of(out.toByteArray());

        assertThat(told.findings).isEmpty();
        assertThat(told.kinds).containsOnly("835");
        assertThat(sums.problems).isEmpty();
        assertThat(sums.verdicts).hasSize(9).allMatch(RemittanceVerdict::balanced);
        assertThat(sums.transferred).isEqualTo(new Money(totals.paidCents() - totals.providerAdjustmentCents()));
        assertThat(sums.adjustedAtClaim).isPositive();
        assertThat(sums.adjustedAtLine).isPositive();
        assertThat(sums.reversals).isPositive().isEqualTo(totals.reversals());
        assertThat(sums.providerAdjustments).isPositive();
    }

    @Test
    void paymentsOfOneClaimBalanceEvenWhereMoreIsTakenBackThanPaid() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RemittanceFileGenerator(5)
                .write(
                        out,
                        RemittanceSettings.ofClaims(400).withClaimsPerSet(1).withDelimiters(Delimiters.of("|>!\n")));

        Told told = new Told();
        JUDGE.judge(new ByteArrayInputStream(out.toByteArray()), JudgeOptions.offline(2), told);
        Sums sums = Sums.of(out.toByteArray());

        assertThat(told.findings).isEmpty();
        assertThat(sums.problems).isEmpty();
        assertThat(sums.verdicts).hasSize(400).allMatch(RemittanceVerdict::balanced);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("|FB>ZF", "BPR|H|0|C|NON|");
    }

    private static final class Told implements JudgementListener {

        private final List<Finding> findings = new ArrayList<>();
        private final List<String> acknowledged = new ArrayList<>();
        private final List<String> kinds = new ArrayList<>();

        @Override
        public void setClosed(SetVerdict set) {
            acknowledged.add(set.ack());
            kinds.add(set.facts().kind());
            set.findings().forEach(each -> findings.add(each.finding()));
            set.editFindings().forEach(each -> findings.add(each.finding()));
        }

        @Override
        public void groupClosed(GroupVerdict group) {
            findings.addAll(group.findings());
        }

        @Override
        public void interchangeClosed(InterchangeVerdict interchange) {
            findings.addAll(interchange.findings());
        }
    }

    private static final class Sums implements RemittanceListener {

        private final List<Finding> problems = new ArrayList<>();
        private final List<RemittanceVerdict> verdicts = new ArrayList<>();
        private Money transferred = Money.ZERO;
        private long reversals;
        private long adjustedAtClaim;
        private long adjustedAtLine;
        private long providerAdjustments;
        private RemittanceBalance balance;

        static Sums of(byte[] file) throws IOException {
            Sums sums = new Sums();
            RemittanceReader.read(new ByteArrayInputStream(file), sums);
            return sums;
        }

        @Override
        public void opened(RemittanceHead head) {
            transferred = transferred.plus(head.payment().amount());
            balance = new RemittanceBalance(head.payment());
        }

        @Override
        public void claim(ClaimPayment claim, List<Finding> found) {
            balance.add(claim);
            reversals += claim.status().equals("22") ? 1 : 0;
            adjustedAtClaim += claim.adjustments().size();
            adjustedAtLine += claim.lines().stream()
                    .mapToLong(line -> line.adjustments().size())
                    .sum();
        }

        @Override
        public void closed(List<ProviderAdjustment> adjustments, SetEnd end) {
            providerAdjustments += adjustments.size();
            verdicts.add(balance.close(adjustments));
        }

        @Override
        public void problem(Finding finding) {
            problems.add(finding);
        }
    }
}
