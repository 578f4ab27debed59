package org.clearlane.console.screens.files;

import java.time.Instant;
import java.util.List;
import org.clearlane.console.screens.claims.ClaimPage.RawSegment;
import org.clearlane.console.web.ForeignText;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.transactions.AckWords;

/**
 * Everything about a file that a practice handed in.
 *
 * @param practice whose it is
 * @param name as the practice called it; null for those who may not see it
 * @param problem why the file as a whole failed, or null
 * @param translated whether an 837 was made of it, because it was a table
 * @param repeats when the same bytes came again
 * @param interchanges its envelopes, at most {@link FileReading#MOST_INTERCHANGES}
 * @param setsLeftOut sets that the page has no room for
 * @param sums what became of its claims, by state
 * @param findings what is wrong with the file itself; for those who may not see values, only the codes
 * @param answers what was put into the mailbox for it
 */
public record FilePage(
        String id,
        String practice,
        String name,
        String door,
        String format,
        String sha256,
        long size,
        String verdict,
        String problem,
        Instant receivedAt,
        Instant judgedAt,
        boolean translated,
        Sum total,
        List<Repeat> repeats,
        List<Interchange> interchanges,
        long setsLeftOut,
        List<StateSum> sums,
        List<Finding> findings,
        List<Answer> answers) {

    public FilePage {
        repeats = List.copyOf(repeats);
        interchanges = List.copyOf(interchanges);
        sums = List.copyOf(sums);
        findings = List.copyOf(findings);
        answers = List.copyOf(answers);
    }

    /** Claims and what they are worth. */
    public record Sum(long claims, Money charge) {

        public static final Sum NONE = new Sum(0, Money.ZERO);

        public Sum plus(Sum other) {
            return new Sum(claims + other.claims, charge.plus(other.charge));
        }
    }

    /** Claims in one state. */
    public record StateSum(ClaimState state, Sum sum) {}

    /** The same bytes once more. */
    public record Repeat(Instant at, String door, String name) {

        public String shownName() {
            return ForeignText.visible(name);
        }
    }

    /**
     * One ISA to IEA.
     *
     * @param ta1Code TA104 of our answer; null while there is none
     * @param firstFile where its control number came before, if that is why it was refused; else null
     */
    public record Interchange(
            String id,
            String sender,
            String receiver,
            String control,
            String usage,
            String ta1Code,
            String ta1Note,
            String firstFile,
            List<Group> groups) {

        public Interchange {
            groups = List.copyOf(groups);
        }

        public String answer() {
            return ta1Code == null ? "not answered yet" : AckWords.ta1(ta1Code, ta1Note);
        }

        public String code() {
            return ta1Code == null ? "" : "TA1 " + ta1Code + (ta1Note == null ? "" : " " + ta1Note);
        }

        public boolean refused() {
            return "R".equals(ta1Code);
        }
    }

    /** The sets under one GS. */
    public record Group(String control, String version, List<Set> sets) {

        public Group {
            sets = List.copyOf(sets);
        }
    }

    /**
     * One ST to SE.
     *
     * @param ack IK501 of our 999; null while there is none
     * @param total its claims
     * @param sums what became of them
     */
    public record Set(
            String id, String control, String kind, String bht03, String ack, Sum total, List<StateSum> sums) {

        public Set {
            sums = List.copyOf(sums);
        }

        public String answer() {
            return ack == null ? "not answered yet" : AckWords.ack(ack);
        }

        public boolean refused() {
            return ack != null && !ack.equals("A") && !ack.equals("E") && !ack.equals("P");
        }

        /** Claims of it that are not refused by us. */
        public Sum taken() {
            return sums.stream()
                    .filter(each -> each.state().custody() != ClaimState.Custody.REJECTED)
                    .map(StateSum::sum)
                    .reduce(Sum.NONE, Sum::plus);
        }
    }

    /**
     * Something that is wrong with the file, a group or a set, and not with one claim.
     *
     * @param segment the segment it stands in, with the element lit; null where there is none or it may not be shown
     */
    public record Finding(String code, boolean error, String message, String mend, String place, RawSegment segment) {}

    /**
     * What the practice got.
     *
     * @param deliveredAt null while it is on its way
     */
    public record Answer(
            String id, String kind, String name, long size, String sha256, Instant at, Instant deliveredAt) {

        /** What such an answer is. */
        public String words() {
            return switch (kind) {
                case "TA1" -> "says whether the interchange was taken";
                case "999" -> "says whether sets follow the guide";
                case "277CA" -> "says which claims were taken, and why others were not";
                case "835" -> "explains a payment";
                case "CSV" -> "tells the same as a table";
                case "NOTICE" -> "a notice in words";
                default -> "";
            };
        }
    }

    /** Claims of one column of the custody sum. */
    private Sum column(ClaimState.Custody column) {
        return sums.stream()
                .filter(each -> each.state().custody() == column)
                .map(StateSum::sum)
                .reduce(Sum.NONE, Sum::plus);
    }

    public Sum sent() {
        return column(ClaimState.Custody.SENT);
    }

    public Sum held() {
        return column(ClaimState.Custody.HELD);
    }

    public Sum moving() {
        return column(ClaimState.Custody.IN_FLIGHT);
    }

    /** Refused each for itself: the file was good, these claims were not. */
    public Sum refusedAsClaims() {
        return of(ClaimState.REJECTED_CLAIM);
    }

    /** Refused because the file, interchange or set around them was. */
    public Sum refusedWithTheFile() {
        return of(ClaimState.REJECTED_FILE);
    }

    private Sum of(ClaimState state) {
        return sums.stream()
                .filter(each -> each.state() == state)
                .map(StateSum::sum)
                .reduce(Sum.NONE, Sum::plus);
    }

    /** Whether in = out + refused + held + on the way, to the claim and to the cent. */
    public boolean addsUp() {
        return total.equals(
                sent().plus(held()).plus(moving()).plus(refusedAsClaims()).plus(refusedWithTheFile()));
    }

    /** Whether the file itself is what failed, not claims in it. */
    public boolean failed() {
        return verdict.equals("UNREADABLE")
                || verdict.equals("REJECTED") && refusedAsClaims().claims() == 0;
    }

    public String shownName() {
        return name == null ? id : ForeignText.visible(name);
    }

    public String words() {
        return FileWords.of(verdict);
    }

    public String colour() {
        return FileWords.colour(verdict);
    }

    public String doorWords() {
        return switch (door) {
            case "folder" -> "by folder";
            case "api" -> "by the API";
            case "secondary" -> "prepared here for a second payer";
            default -> "by " + door;
        };
    }
}
