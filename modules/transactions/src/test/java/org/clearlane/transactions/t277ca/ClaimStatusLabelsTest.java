package org.clearlane.transactions.t277ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.clearlane.model.finding.ClaimStatus;
import org.junit.jupiter.api.Test;

class ClaimStatusLabelsTest {

    private final ClaimStatusLabels labels = ClaimStatusLabels.bundled();

    @Test
    void saysAStatusInPlainSentences() {
        assertThat(labels.sentence(ClaimStatus.of("A6:164:IL")))
                .isEqualTo("Rejected: something needed is missing. We need the member or contract number of the"
                        + " subscriber.");
        assertThat(labels.sentence(ClaimStatus.of("A1:19:AY")))
                .isEqualTo("Received; this is a receipt only, not an acceptance. The clearinghouse has received the"
                        + " claim.");
    }

    @Test
    void namesNobodyWhereNoEntityWasSent() {
        assertThat(labels.status("562", "")).contains("We need the NPI of one of the parties.");
    }

    @Test
    void unknownCodesAreSaidAsCodes() {
        assertThat(labels.sentence(new ClaimStatus("Z9", "99999", "")))
                .isEqualTo("Status category Z9. Status code 99999.");
        assertThat(labels.status("562", "ZQ")).contains("We need the NPI of party ZQ.");
    }

    @Test
    void everyRejectingCategoryBeginsWithTheWordRejected() {
        for (String category : List.of("A3", "A4", "A6", "A7", "A8")) {
            assertThat(labels.category(category)).as(category).get().asString().startsWith("Rejected");
        }
        assertThat(labels.category("A1")).get().asString().doesNotContain("Rejected");
    }

    @Test
    void hasWordsForTheStatusesSeenInLiveTraffic() {
        for (String code : List.of("19", "26", "88", "125", "585", "153", "46", "0", "562", "21", "187")) {
            assertThat(labels.status(code, "QC")).as(code).isPresent();
        }
    }

    @Test
    void lineOfAnotherShapeIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> ClaimStatusLabels.read(new StringReader("# words\nstatus\t1\n")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> ClaimStatusLabels.read(new StringReader("colour\t1\tred\n")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ownTableCanBeRead() throws IOException {
        ClaimStatusLabels own = ClaimStatusLabels.read(new StringReader("status\t1\t{Entity} said so.\n"));

        assertThat(own.status("1", "")).contains("One of the parties said so.");
    }
}
