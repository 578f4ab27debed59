package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.BLUE_HARBOR;
import static org.clearlane.app.journey.ClaimFile.CEDAR_POINT;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F-16, F-17: what comes again is named, and never submitted again. */
@ExtendWith(OneHouse.class)
class RepeatsJourneyTest {

    private final House house;

    RepeatsJourneyTest(House house) {
        this.house = house;
    }

    @Test
    void takesTheSameFileOnceWhateverItsName() throws Exception {
        ClaimFile file = ClaimFile.of("SAME", 6, NORTHWIND, CEDAR_POINT);
        String id = house.dropAndAwaitJudged(file);
        house.awaitStates(id, "PAID");

        house.drop(file);
        house.drop(file.practice(), "other-name.edi", file.bytes());

        House.patiently("both told").until(() -> house.answersTo(id, "NOTICE").size() == 2);
        assertThat(house.answersTo(id, "NOTICE"))
                .allMatch(notice -> notice.contains("duplicate of " + id) && notice.contains(House.nameOf(file)));
        assertThat(house.look().texts("select original_name from file_repeats where file_id = ?", id))
                .containsExactlyInAnyOrder(House.nameOf(file), "other-name.edi");
        assertThat(house.look().states(id)).hasSize(6).containsOnly("PAID");
        house.awaitQuiet();
        assertThat(house.taken(file)).containsExactlyInAnyOrderElementsOf(file.numbers());
    }

    @Test
    void refusesAClaimThatIsOnItsWayAndNamesIt() throws Exception {
        ClaimFile first = ClaimFile.of("TWICE", 4, NORTHWIND, BLUE_HARBOR);
        ClaimFile second = ClaimFile.of("TWICE", 4, NORTHWIND, BLUE_HARBOR);
        String firstId = house.dropAndAwaitJudged(first);

        String secondId = house.dropAndAwaitJudged(second);

        assertThat(secondId).isNotEqualTo(firstId);
        assertThat(house.look().states(secondId)).hasSize(4).containsOnly("REJECTED_CLAIM");
        assertThat(house.look()
                        .texts(
                                """
                                select count(*) || ' ' || bool_and(f.message like '%' || earlier.id || '%')
                                from findings f
                                join claims c on c.id = f.claim_id
                                join claims earlier on earlier.file_id = ? and earlier.ordinal = c.ordinal
                                where c.file_id = ? and f.code = 'claim.duplicate' and f.severity = 'ERROR'""",
                                firstId, secondId))
                .containsExactly("4 true");
        assertThat(house.awaitAnswer(secondId, "277CA")).contains("A3:54");
        house.awaitStates(firstId, "PAID");
        assertThat(house.taken(first)).containsExactlyInAnyOrderElementsOf(first.numbers());
    }

    @Test
    void takesAClaimAgainThatItsPayerRefused() throws Exception {
        ClaimFile first = ClaimFile.of("BACKREJ", 3, NORTHWIND);
        ClaimFile second = ClaimFile.of("BACKREJ", 3, NORTHWIND);
        String firstId = house.dropAndAwaitJudged(first);
        house.awaitStates(firstId, "PAYER_REJECTED");

        String secondId = house.dropAndAwaitJudged(second);

        house.awaitStates(secondId, "PAYER_REJECTED");
        assertThat(house.taken(first)).as("each of the two went once").hasSize(6);
        assertThat(house.look().states(firstId)).hasSize(3).containsOnly("PAYER_REJECTED");
    }

    @Test
    void refusesOtherBytesUnderAControlNumberItKnows() throws Exception {
        ClaimFile first = ClaimFile.of("CONTROLA", 3, CEDAR_POINT);
        ClaimFile second = ClaimFile.of("CONTROLB", 3, first.control(), CEDAR_POINT);
        String firstId = house.dropAndAwaitJudged(first);

        String secondId = house.dropAndAwaitJudged(second);

        assertThat(house.awaitAnswer(secondId, "TA1")).containsPattern("TA1.%09d.*R.025".formatted(first.control()));
        assertThat(house.look().states(secondId)).hasSize(3).containsOnly("REJECTED_FILE");
        assertThat(house.look()
                        .texts(
                                "select verdict || ' ' || claims_total || ' ' || claims_rejected from files where id = ?",
                                secondId))
                .containsExactly("REJECTED 3 3");
        assertThat(house.look().texts("select code from findings where file_id = ? and claim_id is null", secondId))
                .contains("interchange.control.duplicate");
        house.awaitStates(firstId, "PAID");
        house.awaitQuiet();
        assertThat(house.taken(second)).isEmpty();
    }
}
