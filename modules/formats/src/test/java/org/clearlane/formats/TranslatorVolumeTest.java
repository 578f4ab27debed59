package org.clearlane.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicLong;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.SourceCell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TranslatorVolumeTest {

    private static final int ROWS = 200_000;
    private static final int ROWS_PER_CLAIM = 2;

    @Test
    void translatesTwoHundredThousandRowsInMemoryThatDoesNotGrow() throws IOException {
        Table.professional();
        AtomicLong early = new AtomicLong();
        AtomicLong late = new AtomicLong();

        try (InputStream table = new SequenceInputStream(rows(early, late));
                Translation translation =
                        Table.professional().translate(table, OutputStream.nullOutputStream(), Table.SETTINGS)) {
            assertThat(translation.outcome()).isEqualTo(Translation.Outcome.COMPLETE);
            assertThat(translation.counts())
                    .isEqualTo(new Translation.Counts(
                            ROWS, 0, ROWS / ROWS_PER_CLAIM, 0, ROWS, new Money(ROWS * 12_000L), 20, 0));
            // The last service line but one, SE, GE and IEA behind it: DTP, SV1, LX.
            long last = translation.provenance().segments() - 3;
            assertThat(translation.provenance().cellOf(new Place("2400", "DTP", 0, 3, 0, 0, last, 0)))
                    .isEqualTo(new SourceCell(ROWS + 1, "service_date"));
        }

        // Twenty bytes a claim may come on top; the rest is what the collector leaves lying.
        assertThat(late.get() - early.get()).isLessThan(48L << 20);
    }

    private static Enumeration<InputStream> rows(AtomicLong early, AtomicLong late) {
        return new Enumeration<>() {
            private int row = -1;

            @Override
            public boolean hasMoreElements() {
                return row < ROWS;
            }

            @Override
            public InputStream nextElement() {
                row++;
                if (row == ROWS / 10) {
                    early.set(heapInUse());
                } else if (row == ROWS - 1) {
                    late.set(heapInUse());
                }
                String number = "C" + (row - 1) / ROWS_PER_CLAIM;
                String text = row == 0
                        ? Table.with().text()
                        : Table.with()
                                        .row("claim_number", number, "subscriber_id", "M" + number)
                                        .text()
                                        .split("\n")[1] + "\n";
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
