package org.clearlane.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.ledger.Outbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Towns.class)
class WorkDriverTest {

    private Town town;
    private WorkDriver driver;
    private String subject;
    private long message;

    @BeforeEach
    void askForWork(Towns.Founder founder) {
        town = founder.found();
        driver = new WorkDriver(town.ledger());
        subject = town.own("subject");
        town.ledger().run(tx -> Outbox.put(tx, "some.step", subject));
        message = town.message("some.step", subject).id();
    }

    @Test
    void doesTheWorkAndNotAgainWhenItIsDone() {
        List<String> done = new ArrayList<>();
        Step step = asked -> {
            done.add(asked.subject());
            town.ledger().run(tx -> {
                Outbox.begin(tx, asked.id());
                Outbox.done(tx, asked.id());
            });
        };

        driver.drive(message, step);
        driver.drive(message, step);

        assertThat(done).containsExactly(subject);
    }

    @Test
    void doesNothingForAMessageThatNobodyWrote() {
        driver.drive(1L << 60, asked -> {
            throw new IllegalStateException("never called");
        });

        assertThat(standing()).isEqualTo("0");
    }

    @Test
    void putsFailingWorkOffLongerEachTimeAndParksItInTheEnd() {
        Step failing = asked -> {
            throw new IllegalStateException("it holds LFC-1 of a patient");
        };

        List<String> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            driver.drive(message, failing);
            pauses.add(town.one(
                    "select round(extract(epoch from available_at - ?::timestamptz))::text from outbox where id = ?",
                    town.clock().instant(),
                    message));
        }

        assertThat(pauses).containsExactly("1", "2", "4", "8", "16", "32", "64", "128");
        assertThat(standing()).isEqualTo("8 IllegalStateException parked");
        assertThat(town.one("select message from worklist where subject = ?", "some.step " + subject))
                .contains("failed 8 times: IllegalStateException")
                .doesNotContain("LFC-1");
    }

    @Test
    void survivesWorkThatExhaustsTheStack() {
        driver.drive(message, asked -> {
            throw new StackOverflowError();
        });

        assertThat(standing()).isEqualTo("1 StackOverflowError");
    }

    @Test
    void saysWhatTheWorldDidWrong() {
        driver.drive(message, asked -> {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the disk is full");
        });

        assertThat(standing()).isEqualTo("1 ARCHIVE_UNAVAILABLE: the disk is full");
    }

    @Test
    void givesTheMessageBackToTheBrokerWhileTheLedgerIsAway() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> driver.drive(message, asked -> {
                    throw new Failure(FailureCode.DATABASE_UNAVAILABLE, "the database is away");
                }));

        assertThat(standing()).isEqualTo("0");
    }

    /** Attempts, problem, and whether it is parked. */
    private String standing() {
        return town.one(
                """
                select concat_ws(' ', attempts, problem, case when parked_at is not null then 'parked' end)
                from outbox where id = ?""",
                message);
    }
}
