package org.clearlane.remittance.reassociation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clearlane.model.Money;
import org.junit.jupiter.api.Test;

/**
 * The rules of bringing together as a table: {@code era} is an 835, {@code eft} a bank's entry, each with trace, payer,
 * amount and day; behind {@code =>} stands what must come of the entry. A dash is what was not said. Every table is tried
 * in several orders: the result must be the same.
 */
class ReassociationTableTest {

    private static final long SEED = 370;

    @Test
    void traceMakesTheMatch() {
        run(
                """
                era A  T1   512345678  132.00  2026-02-02
                eft a  T1   512345678  132.00  2026-02-02   => MATCHED HIGH A
                era B  T2   512345678   50.00  2026-02-02
                eft b  T2   512345678   50.00  2026-02-05   => MATCHED HIGH B
                era C  T3   512345678   60.00  2026-02-02
                eft c  0T3  1512345678  60.00  2026-02-02   => MATCHED HIGH C
                era D  0009 512345678   70.00  2026-02-02
                eft d  9    512345678   70.00  2026-02-02   => MATCHED HIGH D
                """);
    }

    @Test
    void otherAmountIsSaidAndStaysOpen() {
        run(
                """
                era A  T1  512345678  132.00  2026-02-02
                eft a  T1  512345678  131.99  2026-02-02   => AMOUNT_DIFFERS LOW A
                era B  T2  512345678  132.00  2026-02-02
                eft b  T2  -          132.01  2026-02-02   => AMOUNT_DIFFERS LOW B
                """);
    }

    @Test
    void traceAloneIsNotThePayer() {
        run(
                """
                era A  T1  512345678  132.00  2026-02-02
                eft a  T1  -          132.00  2026-02-02   => TRACE_ONLY MEDIUM A
                era B  T2  512345678   50.00  2026-02-02
                eft b  T2  999999999   50.00  2026-02-02   => TRACE_ONLY LOW B
                era C  T3  512345678   60.00  2026-02-02
                eft c  T3  999999999   61.00  2026-02-02   => UNMATCHED LOW -
                """);
    }

    @Test
    void payersMayUseTheSameTrace() {
        run(
                """
                era A  1  512345678  132.00  2026-02-02
                era B  1  999999999  132.00  2026-02-02
                eft a  1  999999999  132.00  2026-02-02   => MATCHED HIGH B
                eft b  1  512345678  132.00  2026-02-02   => MATCHED HIGH A
                """);
    }

    @Test
    void withoutTraceAmountDayAndPayerDecideWithAStatedConfidence() {
        run(
                """
                era A  T1  512345678  132.00  2026-02-02
                eft a  -   512345678  132.00  2026-02-02   => TRACE_MISSING HIGH A
                era B  T2  512345678   50.00  2026-02-02
                eft b  -   512345678   50.00  2026-02-05   => TRACE_MISSING MEDIUM B
                era C  T3  512345678   60.00  2026-02-02
                eft c  -   512345678   60.00  2026-02-06   => UNMATCHED LOW -
                era D  T4  512345678   70.00  2026-02-02
                eft d  -   -           70.00  2026-02-02   => UNMATCHED LOW -
                """);
    }

    @Test
    void whatSeveralCouldMeanStaysOpen() {
        run(
                """
                era A  T1  512345678  132.00  2026-02-02
                era B  T2  512345678  132.00  2026-02-02
                eft a  -   512345678  132.00  2026-02-02   => AMBIGUOUS LOW -
                era C  T3  512345678   50.00  2026-02-02
                eft c  -   512345678   50.00  2026-02-02   => AMBIGUOUS LOW -
                eft d  -   512345678   50.00  2026-02-02   => AMBIGUOUS LOW -
                """);
    }

    @Test
    void traceTakesItsRemittanceOutOfTheGuessing() {
        run(
                """
                era A  T1  512345678  132.00  2026-02-02
                era B  T2  512345678  132.00  2026-02-02
                eft a  -   512345678  132.00  2026-02-02   => TRACE_MISSING HIGH A
                eft b  T2  512345678  132.00  2026-02-02   => MATCHED HIGH B
                """);
    }

    @Test
    void chequeIsNeverMeantByAnEntryWithoutTrace() {
        EraHalf cheque = new EraHalf(
                "A", "T1", "1512345678", "PLAN", Money.of("132.00"), "CHK", LocalDate.of(2026, 2, 2));
        EftHalf entry =
                new EftHalf("a", "", "1512345678", "", "PLAN", Money.of("132.00"), LocalDate.of(2026, 2, 2));

        assertThat(Reassociation.of(List.of(entry), List.of(cheque)).getFirst().outcome())
                .isEqualTo(ReassociationOutcome.UNMATCHED);
    }

    @Test
    void payersNameIsOnlyAProposal() {
        EraHalf era = new EraHalf(
                "A", "T1", "1512345678", "Northwind Health Plan of Maine", Money.of("1.00"), "ACH", LocalDate.of(2026, 2, 2));
        EftHalf entry = new EftHalf(
                "a", "", "", "9999999999", "NORTHWIND HEALTH", Money.of("1.00"), LocalDate.of(2026, 2, 2));

        ReassociationDecision decision =
                Reassociation.of(List.of(entry), List.of(era)).getFirst();

        assertThat(decision.outcome()).isEqualTo(ReassociationOutcome.TRACE_MISSING);
        assertThat(decision.isOpen()).isTrue();
    }

    private static void run(String table) {
        List<EraHalf> eras = new ArrayList<>();
        List<EftHalf> efts = new ArrayList<>();
        Map<String, String> expected = new HashMap<>();
        table.lines().forEach(line -> {
            String[] sides = line.split("=>");
            String[] cells = sides[0].strip().split("\\s+");
            String trace = cells[2].equals("-") ? "" : cells[2];
            Money amount = Money.of(cells[4]);
            LocalDate day = LocalDate.parse(cells[5]);
            if (cells[0].equals("era")) {
                eras.add(new EraHalf(cells[1], trace, "1" + cells[3], "PLAN", amount, "ACH", day));
            } else {
                efts.add(new EftHalf(cells[1], trace, cells[3].equals("-") ? "" : cells[3], "", "", amount, day));
                expected.put(cells[1], sides[1].strip());
            }
        });
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(eras, random);
            Collections.shuffle(efts, random);
            Map<String, String> found = new HashMap<>();
            for (ReassociationDecision decision : Reassociation.of(efts, eras)) {
                found.put(
                        decision.eftId(),
                        decision.outcome() + " " + decision.confidence() + " "
                                + decision.eraId().orElse("-"));
            }
            assertThat(found).as("seed " + SEED + " round " + round).isEqualTo(expected);
        }
    }
}
