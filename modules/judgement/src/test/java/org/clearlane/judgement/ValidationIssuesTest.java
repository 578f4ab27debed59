package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The faults that every product shows: each found, in one run, in its own claim, and the good claim goes on. */
class ValidationIssuesTest {

    private final Recording recording = Recording.of(Sample.of("validation-issues"));

    @Test
    void findsAllOfThemInOneRunAndNothingElse() {
        assertThat(recording.errors())
                .containsExactlyInAnyOrder(
                        "line.procedure.not-in-force at loop 2400, segment 25, SV101-2",
                        "claim.charge.sum at loop 2300, segment 34, CLM02",
                        "segment.missing at loop 2300, segment 50, HI",
                        "diagnosis.code.malformed at loop 2300, segment 61, HI02-2",
                        "element.invalid-date at loop 2400, segment 76, DTP03");
        assertThat(recording.findings()).hasSize(5);
    }

    @Test
    void refusesEachFaultyClaimAndNoOther() {
        assertThat(recording.numbers(Outcome.REJECTED))
                .containsExactly("LFC-2001", "LFC-2002", "LFC-2003", "LFC-2004", "LFC-2005");
        assertThat(recording.accepted()).containsExactly("LFC-2006");
    }
}
