package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalMovesTest {

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, QUEUED, true",
        "RECEIVED, SENT, false",
        "HELD, QUEUED, true",
        "REJECTED_CLAIM, QUEUED, false",
        "QUEUED, SENT, false",
        "BATCHED, ACKED_999, true",
        "SENT, QUEUED, false",
        "SENT, PAID, true",
        "UNKNOWN_OUTCOME, BATCHED, true",
        "ACKED_999, SENT, false",
        "ACKED_999, REJECTED_999, false",
        "PAYER_REJECTED, PAID, true",
        "PAYER_REJECTED, PAYER_ACCEPTED, false",
        "PAYER_ACCEPTED, PAYER_REJECTED, true",
        "PAID, PAYER_REJECTED, false",
        "PAID, REVERSED, true",
        "PAID, PAID, true",
        "LOST, PAID, false"
    })
    void allowsOnlyMovesThePromiseNames(String from, String to, boolean legal) {
        assertThat(LegalMoves.allow(from, to)).isEqualTo(legal);
    }

    @Test
    void putsAStateNobodyKnowsInNoColumn() {
        assertThat(LegalMoves.column("LOST", 3)).isEqualTo(new CustodySum(3, 0, 0, 0, 0));
        assertThat(LegalMoves.column("LOST", 3).addsUp()).isFalse();
    }
}
