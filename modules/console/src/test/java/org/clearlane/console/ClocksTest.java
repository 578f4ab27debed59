package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Moments are shown by the clocks of whoever reads them; Lakeside's hang in Chicago, Harbor's profile says nothing. */
@ExtendWith(OneConsole.class)
class ClocksTest {

    private final ConsoleHouse house;
    private final LedgerRows rows;

    ClocksTest(ConsoleHouse house) {
        this.house = house;
        this.rows = new LedgerRows(house);
    }

    @Test
    void areThoseOfThePracticeWithTheirZoneAndTheExactMomentBehindThem() throws Exception {
        String lakeside = rows.claim("lakeside", "CLOCK-1", "PAID", "northwind", 12_800);
        String there = clock("America/Chicago");
        String exact = house.clock().instant().toString();
        String harbor = rows.claim("harbor", "CLOCK-2", "PAID", "northwind", 12_800);

        assertThat(house.browser("bea").get("/claims/" + lakeside).body())
                .contains("title=\"" + exact + "\">" + there + "</time>")
                .contains(" CDT</time>")
                .doesNotContain(" UTC</time>");
        assertThat(house.browser("hal").get("/claims/" + harbor).body()).contains(" UTC</time>");
    }

    private String clock(String zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.US)
                        .format(house.clock().instant().atZone(ZoneId.of(zone)))
                + " CDT";
    }
}
