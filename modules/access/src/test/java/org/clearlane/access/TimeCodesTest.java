package org.clearlane.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of the table in RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    void areThoseOfTheRfc(long second, String code) {
        assertThat(TimeCodes.codeAt(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void countOneStepEarlyOrLateAndNoFurther() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = 1_111_111_111 / 30;
        for (long off = -3; off <= 3; off++) {
            String code = TimeCodes.codeAt(SECRET, now.plusSeconds(off * 30));
            if (Math.abs(off) <= 1) {
                assertThat(TimeCodes.stepOf(SECRET, code, now)).hasValue(step + off);
            } else {
                assertThat(TimeCodes.stepOf(SECRET, code, now)).isEmpty();
            }
        }
        assertThat(TimeCodes.stepOf(SECRET, "", now)).isEmpty();
        assertThat(TimeCodes.stepOf(SECRET, "050 471", now)).hasValue(step);
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void areWrittenAsBase32(String text, String written) {
        assertThat(TimeCodes.written(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }
}
