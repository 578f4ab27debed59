package org.clearlane.pipeline.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.clearlane.bank.BankFiles;
import org.clearlane.bank.BankLayouts;
import org.clearlane.model.Failure;
import org.clearlane.pipeline.PayerRemittance;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bank's half and the payer's half of a payment, in either order, in the real ledger. */
@ExtendWith(Towns.class)
class BankAndRemittanceTest {

    private Town town;
    private String trace;

    @BeforeEach
    void found(Towns.Founder founder) {
        town = founder.found(new ScriptedPayer());
        trace = "T" + town.own("x");
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());
        town.batch("northwind");
        town.send("northwind", town.newestInterchange("northwind"));
    }

    private String payerTaxId() {
        return "151%07d".formatted(Integer.parseInt(town.payerCode("northwind").substring(2)));
    }

    /** A table of the bank with one payment of 112 dollars, on the day PayerRemittance writes into BPR16. */
    private String table(String amount, String day, String traceText) {
        return "Effective Date,Type,Amount,Originator,Addenda,Bank Reference,Account\n%s,ACH Credit,%s,THE PAYER,%s,R%s,1\n"
                .formatted(day, amount, traceText, trace);
    }

    private TakeBankFile.Taken take(String text) {
        BankFiles files = new BankFiles(BankLayouts.load(Path.of(System.getProperty("clearlane.root"), "config")));
        return new TakeBankFile(town.ledger(), town.archive(), files, town.profiles())
                .take("command", "bank.csv", text.getBytes(StandardCharsets.UTF_8), null);
    }

    private void round() {
        new Reassociate(town.ledger(), town.profiles()).round();
    }

    private void remittance() {
        town.answer(
                "northwind",
                new PayerRemittance(town.payerCode("northwind"), trace)
                        .pays("LFC-1", 132)
                        .text());
    }

    /** How the entry of this town stands. */
    private String standing() {
        return town.one(
                """
                select concat_ws(' ', e.outcome, e.confidence, r.trace = ?, e.practice_id) from eft_receipts e
                left join remittances r on r.id = e.remittance_id where e.bank_reference = ?""",
                trace,
                "R" + trace);
    }

    private String receipt() {
        return town.one("select id from eft_receipts where bank_reference = ?", "R" + trace);
    }

    private List<String> work(String kind) {
        return town.all(
                """
                select kind from worklist where resolved_at is null and kind = ? and (subject = ? or subject in (
                    select id from remittances where trace = ?))""",
                kind,
                receipt(),
                trace);
    }

    private String trn() {
        return "TRN*1*" + trace + "*" + payerTaxId() + "~";
    }

    @Test
    void moneyAndExplanationMeetInEitherOrder() {
        take(table("112.00", "09/22/2026", trn()));
        round();
        assertThat(standing()).isEqualTo("UNMATCHED LOW");
        remittance();
        round();
        assertThat(standing()).isEqualTo("MATCHED HIGH t " + town.own("lakeside"));
        assertThat(town.all("select outcome from eft_events where receipt_id = ? order by seq", receipt()))
                .endsWith("MATCHED");
        round();
        assertThat(town.all("select outcome from eft_events where receipt_id = ? order by seq", receipt()))
                .as("a round that finds nothing new writes nothing")
                .containsOnlyOnce("MATCHED");
    }

    @Test
    void explanationFirstThenMoneyIsTheSame() {
        remittance();
        take(table("112.00", "09/22/2026", trn()));
        round();

        assertThat(standing()).isEqualTo("MATCHED HIGH t " + town.own("lakeside"));
    }

    @Test
    void sameFileAndSameEntryCountOnce() {
        take(table("112.00", "09/22/2026", trn()));

        assertThat(take(table("112.00", "09/22/2026", trn()))).isInstanceOf(TakeBankFile.Taken.Repeat.class);
        assertThat(take(table("112.00", "09/22/2026", trn()) + "\n"))
                .isInstanceOfSatisfying(TakeBankFile.Taken.Good.class, again -> {
                    assertThat(again.total()).isEqualTo(1);
                    assertThat(again.known()).isEqualTo(1);
                });
        assertThat(town.all("select 1 from eft_receipts where bank_reference = ?", "R" + trace))
                .hasSize(1);
    }

    @Test
    void otherAmountIsForAPersonWhoMaySettleIt() {
        remittance();
        take(table("111.99", "09/22/2026", trn()));
        round();
        assertThat(standing()).startsWith("AMOUNT_DIFFERS LOW t");
        assertThat(work("UNCERTAIN_EFT")).hasSize(1);

        String remittance = town.one("select id from remittances where trace = ?", trace);
        new Reassociate(town.ledger(), town.profiles()).settle(receipt(), remittance, "pat");
        round();

        assertThat(standing()).startsWith("SETTLED HIGH t");
        assertThat(work("UNCERTAIN_EFT")).isEmpty();
        assertThat(town.one("select reason from eft_events where receipt_id = ? and actor = 'pat'", receipt()))
                .contains("111.99", "112.00");
        assertThatThrownBy(() -> new Reassociate(town.ledger(), town.profiles()).settle("eft_none", remittance, "pat"))
                .isInstanceOf(Failure.class);
    }

    @Test
    void moneyNobodyExplainsIsChasedBehindFourBusinessDaysAndForgottenWhenItIsExplained() {
        take(table("112.00", "09/22/2026", trn()));
        round();
        assertThat(work("MISSING_ERA")).isEmpty();

        // 2026-09-29 is the fifth business day behind the 22nd.
        town.clock().move(Duration.ofDays(6));
        round();
        assertThat(work("MISSING_ERA")).hasSize(1);

        remittance();
        round();
        town.clock().move(Duration.ofDays(-6));
        assertThat(work("MISSING_ERA")).isEmpty();
    }

    @Test
    void explanationWithoutMoneyIsChasedOnceBanksFilesAreTakenAtAll() {
        remittance();
        take(table("9.00", "09/22/2026", "TRN*1*ANOTHER" + trace + "*" + payerTaxId() + "~"));
        round();
        assertThat(work("MISSING_EFT")).isEmpty();

        // The 835 says 2026-09-25; 2026-10-02 is the fifth business day behind it.
        town.clock().move(Duration.ofDays(9));
        round();
        town.clock().move(Duration.ofDays(-9));
        assertThat(work("MISSING_EFT")).hasSize(1);

        take(table("112.00", "09/22/2026", trn()));
        round();
        assertThat(work("MISSING_EFT")).isEmpty();
    }

    @Test
    void refusedFileLeavesNothingButAWorklistEntry() {
        assertThat(take(table("112.0x", "09/22/2026", trn())))
                .isInstanceOfSatisfying(TakeBankFile.Taken.Refused.class, refused -> {
                    assertThat(refused.problems()).hasSize(1);
                    assertThat(town.all(
                                    "select kind from worklist where subject = ? and resolved_at is null",
                                    refused.fileId()))
                            .containsExactly("REFUSED_BANK_FILE");
                });
        assertThat(receipt()).isNull();
    }
}
