package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.connections.FileNames.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "/etc/passwd",
                "a/b",
                "a\\b",
                "..\\x",
                "two\nlines",
                "nul\0",
                "",
                "a b",
                "\u202Egnp.835",
                "é.835",
                "C:x",
                "%2e%2e",
                "~root",
                "$(id)"
            })
    void aNameThatIsNotPlainIsStrange(String name) {
        assertThat(FileNames.judge(name)).isEqualTo(Verdict.STRANGE);
    }

    @Test
    void aNameBeyond120LettersIsStrange() {
        assertThat(FileNames.judge("x".repeat(120))).isEqualTo(Verdict.ANSWER);
        assertThat(FileNames.judge("x".repeat(121))).isEqualTo(Verdict.STRANGE);
        assertThat(FileNames.judge("x".repeat(300))).isEqualTo(Verdict.STRANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", ".profile", "a.835.part", "a.tmp", "a.filepart", "a.PART"})
    void hiddenAndUnfinishedNamesAreLeftAlone(String name) {
        assertThat(FileNames.judge(name)).isEqualTo(Verdict.UNFINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME.20261123.0001.ERA.835.edi", "T1_S2_837P_1123_01.DAT", "999", "-rf"})
    void payersNamesAreAnswers(String name) {
        assertThat(FileNames.judge(name)).isEqualTo(Verdict.ANSWER);
    }
}
