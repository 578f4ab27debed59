package org.clearlane.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {

    private final Finding error = new Finding(
            "claim.charge.sum",
            3,
            Severity.ERROR,
            Place.ofSegment("2300", "CLM", 21).atElement(2),
            AckCodes.NONE,
            ClaimStatus.of("A7:178"),
            "132",
            "The total charge is not the sum of the lines.",
            "Make CLM02 the sum of all SV102.",
            null);

    @Test
    void staysTheSameButForItsSeverityAsAWarning() {
        Finding warning = error.asWarning();

        assertThat(error.isError()).isTrue();
        assertThat(warning.isError()).isFalse();
        assertThat(warning)
                .usingRecursiveComparison()
                .ignoringFields("severity")
                .isEqualTo(error);
    }

    @Test
    void keepsItsWordsWhenItPointsIntoATable() {
        Finding inTable = error.at(new SourceCell(9, "line_charge"));

        assertThat(inTable.cell()).isEqualTo(new SourceCell(9, "line_charge"));
        assertThat(inTable).usingRecursiveComparison().ignoringFields("cell").isEqualTo(error);
    }
}
