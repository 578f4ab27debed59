package org.clearlane.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.clearlane.model.ledger.ClaimState.Custody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimStateTest {

    @ParameterizedTest
    @CsvSource({
        "IN_FLIGHT, RECEIVED QUEUED BATCHED UNKNOWN_OUTCOME",
        "REJECTED, REJECTED_FILE REJECTED_CLAIM",
        "HELD, HELD",
        "SENT, SENT REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED PAID PARTLY_PAID DENIED REVERSED"
    })
    void countsEachStateInOneColumnOfTheCustodySum(Custody column, String states) {
        List<ClaimState> expected =
                Arrays.stream(states.split(" ")).map(ClaimState::valueOf).toList();

        assertThat(ClaimState.values())
                .filteredOn(state -> state.custody() == column)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void ranksARejectionAboveAReceiptAndMoneyAboveBoth() {
        assertThat(ClaimState.REJECTED_999.rank()).isGreaterThan(ClaimState.ACKED_999.rank());
        assertThat(ClaimState.PAYER_REJECTED.rank()).isGreaterThan(ClaimState.PAYER_ACCEPTED.rank());
        assertThat(List.of(ClaimState.PAID, ClaimState.PARTLY_PAID, ClaimState.DENIED, ClaimState.REVERSED))
                .allMatch(state -> state.rank() > ClaimState.PAYER_REJECTED.rank());
    }
}
