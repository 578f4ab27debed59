package org.clearlane.pipeline.dispatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.clearlane.model.Failure;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.ClaimHolds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Professional, institutional and dental claims of one practice to one payer. */
@ExtendWith(Towns.class)
class ClaimKindsTest {

    /** What is ours: envelope, submitter and receiver, hierarchy, counts and our number of the claim. */
    private static final String OURS = "(ISA|GS|ST|BHT|NM1\\*41|PER|NM1\\*40|HL|REF\\*D9|SE|GE|IEA)(\\*.*|$)";

    private Town town;

    @BeforeEach
    void found(Towns.Founder founder) {
        town = founder.found();
    }

    @Test
    void knowsTheKindAndTheDaysOfEveryClaim() {
        town.submit("lakeside", town.sample("837i/inpatient-stay", "northwind"));
        town.submit("lakeside", town.sample("837d/filling-and-crown", "northwind"));
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());

        assertThat(town.all(
                        """
                        select concat_ws(' ', patient_control_number, kind, service_from, service_to, state) from claims
                        where practice_id = ? order by id""",
                        town.own("lakeside")))
                .containsExactly(
                        "NSH-3001 837I 2026-01-26 2026-01-30 QUEUED",
                        "BRD-4001 837D 2026-02-03 2026-02-04 QUEUED",
                        "LFC-1 837P 2026-02-02 2026-02-02 QUEUED");
    }

    @Test
    void sendsEachKindInInterchangesOfItsOwn() {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());
        town.submit("lakeside", town.sample("837i/inpatient-stay", "northwind"));
        town.submit("lakeside", town.file().control(2).claim("LFC-2", 75).bytes());
        town.submit("lakeside", town.sample("837d/filling-and-crown", "northwind"));

        assertThat(town.batch("northwind")).isEqualTo(3);

        List<String> ids =
                town.all("select id from outbound_interchanges where payer_id = ? order by id", town.own("northwind"));
        assertThat(ids)
                .extracting(id -> town.one(
                        "select concat_ws(' ', kind, claims_total) from outbound_interchanges where id = ?", id))
                .containsExactly("837P 2", "837I 1", "837D 1");
        assertThat(ids)
                .extracting(
                        id -> town.outbound(id).replaceAll("(?s).*\\*X\\*(\\w+)~ST\\*837\\*0001\\*(\\w+)~.*", "$1 $2"))
                .containsExactly("005010X222A1 005010X222A1", "005010X223A2 005010X223A2", "005010X224A2 005010X224A2");
    }

    @Test
    void sendsWhatAHospitalWroteOnByteForByte() {
        goesOnUntouched("837i/inpatient-stay");
    }

    @Test
    void sendsWhatADentistWroteOnByteForByte() {
        goesOnUntouched("837d/filling-and-crown");
    }

    private void goesOnUntouched(String sample) {
        byte[] file = town.sample(sample, "northwind");

        String id = town.submitAndBatch("northwind", file);

        List<String> came = theirs(new String(file, ISO_8859_1));
        assertThat(theirs(town.outbound(id))).isEqualTo(came);
        assertThat(came).hasSizeGreaterThan(20);
        assertThat(town.outbound(id)).contains("~REF*D9*");
    }

    private static List<String> theirs(String file) {
        return Stream.of(file.split("~\\s*"))
                .filter(segment -> !segment.matches(OURS))
                .toList();
    }

    @Test
    void goesOnWithOneBehindTheHighestControlNumberAndLaysAnswersWithTheLast() {
        String before =
                town.submitAndBatch("northwind", town.file().claim("LFC-1", 132).bytes());
        town.ledger()
                .run(tx -> Sql.update(
                        tx.connection(),
                        "update control_numbers set last = 999999998 where partner = ?",
                        town.own("northwind")));

        String highest = town.submitAndBatch(
                "northwind", town.file().control(2).claim("LFC-2", 132).bytes());
        String again = town.submitAndBatch(
                "northwind", town.file().control(3).claim("LFC-3", 132).bytes());

        assertThat(town.outbound(highest)).contains("IEA*1*999999999~");
        assertThat(town.outbound(again)).contains("IEA*1*000000001~").contains("GE*1*1~");
        town.answer("northwind", town.ta1(1, "A", "000"));
        assertThat(town.one("select ta1_code from outbound_interchanges where id = ?", again))
                .isEqualTo("A");
        assertThat(town.one("select ta1_code from outbound_interchanges where id = ?", before))
                .isNull();
    }

    @Test
    void keepsAPredeterminationHeldThoughSomebodyWouldReleaseIt() {
        String asked =
                new String(town.file().claim("LFC-1", 132).bytes(), ISO_8859_1).replace("005010X222A1", "005010X291");
        town.submit("lakeside", asked.getBytes(ISO_8859_1));
        assertThat(town.state("LFC-1")).isEqualTo("HELD");

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> town.ledger()
                        .run(tx -> ClaimHolds.release(tx, town.claimId("LFC-1"), town.own("northwind"), "pat")))
                .withMessageContaining("asks what would be paid");
        assertThat(town.state("LFC-1")).isEqualTo("HELD");
    }
}
