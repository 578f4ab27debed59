package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.clearlane.app.judging.JudgementFolder;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.app.rules.Proposals;
import org.clearlane.app.rules.RuleWork;
import org.clearlane.rules.PartnerRules;
import org.clearlane.rules.RuleScope;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.EditSwitches;
import org.clearlane.store.ledger.ProposalLedger.Proposal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules that come and go while the house is running, verdicts given again, and rules tried on and learned from the past. */
@ExtendWith(OneHouse.class)
class RulesJourneyTest {

    private static final String REFUSES_RUL =
            """
            rules:
              - id: northwind.number.rul
                version: 3
                status: "A7:478"
                message: "Northwind takes no claim whose number begins so."
                mend: "Number it otherwise."
                from: "2026-01-01"
                source: "a test"
                wrong-when: claim.patientControlNumber.startsWith('RUL')
                pass: [{patientControlNumber: "A1"}]
                fail: [{patientControlNumber: "RUL1"}]
            """;

    private final House house;

    RulesJourneyTest(House house) {
        this.house = house;
    }

    private Path rules() {
        return house.config().resolve("payers/northwind/rules.yaml");
    }

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(rules().getParent());
    }

    @AfterEach
    void leaveEverythingAsItWas() throws IOException {
        Files.deleteIfExists(rules());
        house.takeUpChanges();
    }

    private void inForce(String text) throws IOException {
        Files.writeString(rules(), text);
        house.takeUpChanges();
    }

    private RuleWork work() {
        return new RuleWork(
                house.ledger(),
                new Archive(house.archive()),
                JudgementFolder.in(house.config()),
                OfflineProfiles.load(house.config()));
    }

    private List<String> said(String fileId) {
        return house.look()
                .texts(
                        "select distinct code || ' v' || edit_version || ' ' || coalesce(status, '') from findings"
                                + " where file_id = ? and code like 'northwind.%'",
                        fileId);
    }

    @Test
    void aRuleThatComesIsObeyedAndOneWithAMistakeChangesNothing() throws Exception {
        inForce(REFUSES_RUL);
        String refused = house.dropAndAwaitJudged(ClaimFile.of("RULA", 2, NORTHWIND));
        assertThat(house.look().states(refused)).containsOnly("REJECTED_CLAIM");
        assertThat(said(refused)).containsExactly("northwind.number.rul v3 A7:478");
        assertThat(house.look()
                        .texts(
                                "select distinct code_sets from findings where file_id = ? and code like 'northwind.%'",
                                refused))
                .isNotEmpty()
                .allMatch(sets -> sets.matches("20\\d\\d-\\d\\d-\\d\\d"));

        inForce(REFUSES_RUL.replace("claim.patientControlNumber", "claim.patientControlNumbr"));
        assertThat(house.look().worklist("RULES_REFUSED"))
                .hasSize(1)
                .allMatch(message -> message.contains("payers/northwind/rules.yaml:9:")
                        && message.contains("did you mean 'patientControlNumber'?"));
        String still = house.dropAndAwaitJudged(ClaimFile.of("RULB", 2, NORTHWIND));
        assertThat(house.look().states(still)).as("the running rules stay").containsOnly("REJECTED_CLAIM");

        Files.delete(rules());
        house.takeUpChanges();
        assertThat(house.look().worklist("RULES_REFUSED")).isEmpty();
        String taken = house.dropAndAwaitJudged(ClaimFile.of("RULC", 2, NORTHWIND));
        assertThat(house.look().states(taken)).doesNotContain("REJECTED_CLAIM");
    }

    @Test
    void aVerdictIsGivenAgainByWhatItWasGivenByThoughTheRuleIsGone() throws Exception {
        inForce(REFUSES_RUL);
        String refused = house.dropAndAwaitJudged(ClaimFile.of("RULD", 1, NORTHWIND));
        Files.delete(rules());
        house.takeUpChanges();
        String taken = house.dropAndAwaitJudged(ClaimFile.of("RULE", 1, NORTHWIND));

        for (String file : List.of(refused, taken)) {
            String claim = house.look()
                    .texts("select id from claims where file_id = ?", file)
                    .getFirst();
            RuleWork.Replayed.Done done =
                    (RuleWork.Replayed.Done) work().replay(claim).orElseThrow();
            assertThat(done.result().same()).as("replay of " + claim).isTrue();
            assertThat(done.result().outcomeNow()).isEqualTo(file.equals(refused) ? "REJECTED_CLAIM" : "QUEUED");
        }
        assertThat(house.look().texts("select distinct edition from files where id in (?, ?)", refused, taken))
                .as("editions")
                .hasSize(2);
    }

    @Test
    void aRuleThatIsSwitchedOffIsNotObeyedUntilItIsSwitchedOn() throws Exception {
        inForce(REFUSES_RUL);
        turn(false);
        assertThat(house.look().states(house.dropAndAwaitJudged(ClaimFile.of("RULF", 1, NORTHWIND))))
                .doesNotContain("REJECTED_CLAIM");
        turn(true);
        assertThat(house.look().states(house.dropAndAwaitJudged(ClaimFile.of("RULG", 1, NORTHWIND))))
                .containsExactly("REJECTED_CLAIM");
    }

    private void turn(boolean on) {
        house.ledger()
                .run(tx -> EditSwitches.put(
                        tx,
                        "northwind.number.rul",
                        on,
                        LocalDate.ofInstant(tx.now(), ZoneOffset.UTC),
                        "ann",
                        "a test"));
        house.takeUpChanges();
    }

    @Test
    void whatAPayerRefusesAgainAndAgainIsLearnedTriedOnThePastAndObeyed() throws Exception {
        String good = house.dropAndAwaitJudged(ClaimFile.of("FINE", 6, NORTHWIND));
        ClaimFile bad = ClaimFile.of("XREJ", 5, NORTHWIND);
        String refused = house.dropAndAwaitJudged(
                bad.with(bad.text().replaceAll("SV1\\*HC:\\w{5}(:\\w\\w)*\\*", "SV1*HC:99456*")));
        house.awaitStates(good, "PAID");
        house.awaitStates(refused, "PAYER_REJECTED");

        Proposals proposals = new Proposals(work());
        List<Proposal> open = proposals.refresh(3, 5).stream()
                .filter(each -> each.pattern().contains("99456"))
                .toList();
        assertThat(open).hasSize(1);
        Proposal proposal = open.getFirst();
        assertThat(proposal.reason()).isEqualTo("A7:164:IL");
        assertThat(proposal.pattern()).isEqualTo("procedure 99456");
        assertThat(proposal.caught()).isGreaterThanOrEqualTo(5);
        assertThat(proposal.rule())
                .as("no claim and no person")
                .doesNotContain("XREJ")
                .doesNotContain("TEST");

        RuleWork.Shadow shadow = proposals.shadow(proposal, 3);
        assertThat(shadow.result().stopped().claims()).isEqualTo(proposal.caught());
        assertThat(shadow.result().precisionPercent()).isEqualTo(100);
        assertThat(shadow.result().byPractice()).containsOnlyKeys("lakeside-family");
        assertThat(shadow.result().stopped().charges().cents())
                .isEqualTo(house.look().number("select sum(charge_cents) from claims where file_id = ?", refused));

        LocalDate today = LocalDate.ofInstant(house.ledger().clock().instant(), ZoneOffset.UTC);
        inForce(REFUSES_RUL);
        proposals.accept(proposal, today, "ann", shadow);
        assertThat(PartnerRules.of(RuleScope.payer("northwind"), rules()).all())
                .as("the rule stands behind those that were there")
                .hasSize(2);
        house.takeUpChanges();
        ClaimFile again = ClaimFile.of("AGAIN", 2, NORTHWIND);
        String stopped = house.dropAndAwaitJudged(
                again.with(again.text().replaceAll("SV1\\*HC:\\w{5}(:\\w\\w)*\\*", "SV1*HC:99456*")));
        assertThat(house.look().states(stopped)).containsOnly("REJECTED_CLAIM");
        assertThat(proposals.refresh(3, 5)).as("it is not proposed again").noneMatch(each -> each.pattern()
                .equals(proposal.pattern()));
    }

    @Test
    void aRuleOfAFileIsTriedOnThePastWithoutEffect() throws Exception {
        String file = house.dropAndAwaitJudged(ClaimFile.of("RULH", 3, NORTHWIND));
        house.awaitStates(file, "PAID");
        Path draft = Files.writeString(
                Files.createTempFile("draft", ".yaml"),
                REFUSES_RUL.replace("RUL'", "RULH'").replace("RUL1", "RULH1"));
        try {
            RuleWork.Shadow shadow = work().rules(RuleScope.payer("northwind"), draft, 1);
            assertThat(shadow.ids()).containsExactly("northwind.number.rul");
            assertThat(shadow.result().stopped().claims()).isEqualTo(3);
            assertThat(shadow.result().stoppedAnswered().claims()).isEqualTo(3);
            assertThat(shadow.result().precisionPercent())
                    .as("the payer paid them")
                    .isZero();
            assertThat(house.look().states(file)).containsOnly("PAID");
        } finally {
            Files.delete(draft);
        }
    }
}
