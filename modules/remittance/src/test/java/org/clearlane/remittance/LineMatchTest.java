package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.remittance.LineMatch.By;
import org.clearlane.remittance.LineMatch.Pair;
import org.clearlane.remittance.MatchResult.Confidence;
import org.junit.jupiter.api.Test;

class LineMatchTest {

    private static LinePayment paid(String control, String procedure, String charge, String... modifiers) {
        return new LinePayment(
                "HC",
                procedure,
                List.of(modifiers),
                Money.of(charge),
                Money.of(charge),
                "1",
                "20260105",
                control,
                List.of(),
                List.of());
    }

    private static LedgerLine sent(int number, String control, String procedure, String charge, String... modifiers) {
        return new LedgerLine(number, control, procedure, List.of(modifiers), Money.of(charge), "20260105");
    }

    private static LineMatch match(List<LinePayment> paid, LedgerLine... sent) {
        return LineMatch.match(Payments.claim("1", "0", "0", paid.toArray(LinePayment[]::new)), List.of(sent));
    }

    @Test
    void controlNumberCountsBeforeAnythingElse() {
        LineMatch match = match(
                List.of(paid("L2", "99213", "10"), paid("L1", "99213", "10")),
                sent(1, "L1", "99213", "10"),
                sent(2, "L2", "99213", "10"));

        assertThat(match.pairs())
                .containsExactly(
                        new Pair(1, 2, By.CONTROL_NUMBER, Confidence.HIGH),
                        new Pair(2, 1, By.CONTROL_NUMBER, Confidence.HIGH));
    }

    @Test
    void lineNumberIsTheControlNumberWhereNoneWasSent() {
        assertThat(match(List.of(paid("2", "X", "1")), sent(1, "", "A", "1"), sent(2, "", "B", "1"))
                        .pairs())
                .containsExactly(new Pair(1, 2, By.CONTROL_NUMBER, Confidence.MEDIUM));
    }

    @Test
    void lineThatThePayerSplitIsFoundTwice() {
        LineMatch match = match(List.of(paid("L1", "A", "6"), paid("L1", "A", "4")), sent(1, "L1", "A", "10"));

        assertThat(match.pairs()).extracting(Pair::lineNumber).containsExactly(1, 1);
        assertThat(match.unmatchedPaid()).isEmpty();
    }

    @Test
    void samePlaceWithSameProcedureIsTheSameLine() {
        LineMatch match =
                match(List.of(paid("", "A", "1"), paid("", "A", "2")), sent(1, "", "A", "1"), sent(2, "", "A", "2"));

        assertThat(match.pairs())
                .containsExactly(
                        new Pair(1, 1, By.PLACE_AND_PROCEDURE, Confidence.HIGH),
                        new Pair(2, 2, By.PLACE_AND_PROCEDURE, Confidence.HIGH));
    }

    @Test
    void linesInOtherOrderAreFoundByProcedureAndModifiers() {
        LineMatch match = match(
                List.of(paid("", "B", "1"), paid("", "A", "1", "59"), paid("", "A", "1")),
                sent(1, "", "A", "1"),
                sent(2, "", "A", "1", "59"),
                sent(3, "", "B", "1"));

        assertThat(match.pairs()).extracting(Pair::lineNumber).containsExactly(3, 2, 1);
    }

    @Test
    void droppedModifierStillFindsItsLine() {
        LineMatch match = match(List.of(paid("", "B", "5")), sent(1, "", "A", "1"), sent(2, "", "B", "5", "95"));

        assertThat(match.pairs()).containsExactly(new Pair(1, 2, By.PROCEDURE, Confidence.MEDIUM));
        assertThat(match.unanswered()).containsExactly(1);
    }

    @Test
    void saysHowSureItIs() {
        List<LedgerLine> twins = List.of(sent(1, "", "97110", "40", "GP"), sent(2, "", "97110", "40", "GP"));

        // One of two equal lines: somebody paid one of them, nobody can say which.
        assertThat(match(List.of(paid("", "97110", "40", "GP")), twins.toArray(LedgerLine[]::new))
                        .pairs())
                .containsExactly(new Pair(1, 1, By.PROCEDURE_AND_MODIFIERS, Confidence.MEDIUM));
        // The number agrees, the procedure was changed by the payer.
        assertThat(match(List.of(paid("L1", "99212", "40")), sent(1, "L1", "99213", "40"))
                        .pairs())
                .containsExactly(new Pair(1, 1, By.CONTROL_NUMBER, Confidence.MEDIUM));
        // Nothing but the procedure agrees.
        assertThat(match(List.of(paid("", "99213", "45", "25")), sent(1, "", "99213", "40"), sent(2, "", "1", "1"))
                        .pairs())
                .containsExactly(new Pair(1, 1, By.PROCEDURE, Confidence.LOW));
    }

    @Test
    void reversedLineIsFoundThoughItsChargeBearsTheOtherSign() {
        assertThat(match(
                                List.of(paid("", "97110", "-40", "GP")),
                                sent(1, "", "97110", "30", "GP"),
                                sent(2, "", "97110", "40", "GP"))
                        .pairs())
                .containsExactly(new Pair(1, 2, By.PROCEDURE_AND_MODIFIERS, Confidence.HIGH));
    }

    @Test
    void bundledLineIsFoundByTheProcedureThatWasSent() {
        LinePayment bundled = new LinePayment(
                "HC",
                "80053",
                List.of(),
                Money.of("10"),
                Money.of("10"),
                "1",
                "20260105",
                "",
                List.of(),
                List.of(),
                "80048",
                org.clearlane.model.remittance.LineDetail.NONE);

        assertThat(match(List.of(bundled), sent(1, "", "80053", "99"), sent(2, "", "80048", "10"))
                        .pairs())
                .extracting(Pair::lineNumber)
                .containsExactly(2);
    }

    @Test
    void strangeLineIsToldAsUnmatched() {
        LineMatch match = match(List.of(paid("", "Z", "1")), sent(1, "", "A", "1"));

        assertThat(match.unmatchedPaid()).containsExactly(1);
        assertThat(match.unanswered()).containsExactly(1);
    }
}
