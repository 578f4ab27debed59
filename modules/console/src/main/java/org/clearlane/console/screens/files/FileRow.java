package org.clearlane.console.screens.files;

import java.time.Instant;
import org.clearlane.console.web.ForeignText;
import org.clearlane.model.Money;

/**
 * A file in a list, whichever way it went.
 *
 * @param id {@code file_} handed in, {@code ich_} sent to a payer, {@code dlv_} put into a mailbox
 * @param practice whose it is; null where that goes without saying, and for what several practices share
 * @param name as whoever named it wrote it; null for those who may not see it
 * @param kind X12, table format, kind of claims, or kind of answer
 * @param verdict a word of {@link FileWords}
 * @param claims how many, of this practice where one is asking; null where it is not counted in claims
 * @param charge what they are worth; null likewise
 * @param again how often the same bytes came again
 * @param about the file that a delivery answers, or null
 */
public record FileRow(
        String id,
        String practice,
        Instant at,
        String name,
        String kind,
        long size,
        String verdict,
        Long claims,
        Money charge,
        long again,
        String about) {

    private static final int ROOM = 48;

    /** What lists are in the order of: the part of the id that tells time. */
    public String order() {
        return id.substring(id.indexOf('_') + 1);
    }

    /** Which way it went. */
    public Direction direction() {
        return Direction.of(id);
    }

    public String shownName() {
        return name == null ? id : ForeignText.brief(name, ROOM);
    }

    public String words() {
        return FileWords.of(verdict);
    }

    public String colour() {
        return FileWords.colour(verdict);
    }

    /** Where it is shown. */
    public String path() {
        return direction() == Direction.BACK ? "/mailbox/" + id : "/files/" + id;
    }

    /** The three ways of a file. */
    public enum Direction {
        IN("file_", "Handed in"),
        OUT("ich_", "To a payer"),
        BACK("dlv_", "To the mailbox");

        private final String prefix;
        private final String label;

        Direction(String prefix, String label) {
            this.prefix = prefix;
            this.label = label;
        }

        public String prefix() {
            return prefix;
        }

        public String label() {
            return label;
        }

        static Direction of(String id) {
            for (Direction each : values()) {
                if (id.startsWith(each.prefix)) {
                    return each;
                }
            }
            return null;
        }
    }
}
