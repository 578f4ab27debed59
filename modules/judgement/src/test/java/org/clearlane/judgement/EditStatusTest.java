package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.transactions.t277ca.ClaimStatusLabels;
import org.junit.jupiter.api.Test;

/** What an edit answers with in a 277CA can be said in plain words. */
class EditStatusTest {

    @Test
    void everyStatusOfTheCatalogueHasALabel() {
        ClaimStatusLabels labels = ClaimStatusLabels.bundled();

        assertThat(Recording.EDITS.rules().stream()
                        .filter(rule -> !rule.status().isEmpty())
                        .map(rule -> ClaimStatus.of(rule.status().replace(":*", "")))
                        .filter(status -> labels.category(status.category()).isEmpty()
                                || labels.status(status.status(), status.entity())
                                        .isEmpty()))
                .isEmpty();
    }
}
