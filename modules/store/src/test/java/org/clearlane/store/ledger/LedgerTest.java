package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LedgerServer.class)
class LedgerTest {

    private static Ledgers ledgers;
    private static Ledger ledger;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
        ledger = empty.ledger();
    }

    @Test
    void rollsBackWhateverWasWrittenBeforeSomethingIsThrown() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.run(tx -> {
                    Sql.update(tx.connection(), "insert into practices (id, name) values ('gone', 'Gone')");
                    throw new IllegalStateException("later");
                }));

        assertThat(ledger.<Long>transact(
                        tx -> Sql.number(tx.connection(), "select count(*) from practices where id = 'gone'")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "57P01", "40001", "40P01", "25006", "58030", "XX000"})
    void waitsForADatabaseThatCannotNow(String state) {
        assertThat(Ledger.refused(new SQLException("", state)))
                .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code())
                        .isEqualTo(FailureCode.DATABASE_UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "22P02", "23502", "23505", "23514", "42501", "42P01", "21000"})
    void putsWorkAsideThatWouldBeRefusedAgain(String state) {
        assertThat(Ledger.refused(new SQLException("", state)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(state);
    }

    @Test
    void waitsWhenNobodySaysWhatIsWrong() {
        assertThat(Ledger.refused(new SQLException("connection is closed"))).isInstanceOf(Failure.class);
    }

    @Test
    void saysNothingOfTheRowThatWasRefused() {
        String file = ledgers.file("lakeside");
        String patient = "ZZYLER-4711";

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> ledger.run(tx -> {
                    String id = tx.ids().next("clm_");
                    ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
                    entry.add(
                            "set_1",
                            List.of(
                                    NewClaims.of(id, 1, patient, ClaimState.QUEUED, null),
                                    NewClaims.of(id, 2, patient, ClaimState.QUEUED, null)));
                    entry.enterAll();
                }))
                .satisfies(e -> assertThat(withCauses(e)).contains("23505").doesNotContain(patient));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() ->
                        ledger.run(tx -> Sql.number(tx.connection(), "select ?::text::date - current_date", patient)))
                .satisfies(e -> assertThat(withCauses(e)).contains("22007").doesNotContain(patient));
    }

    private static String withCauses(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
