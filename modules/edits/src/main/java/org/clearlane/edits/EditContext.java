package org.clearlane.edits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.edits.codes.CodeStanding;
import org.clearlane.edits.codes.DiagnosisStanding;
import org.clearlane.edits.codes.ProcedureCode;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.ServiceLine;

/**
 * What edits need beside the claim: code sets, the day, and the service dates of the claim at hand, read once for all
 * edits. Days are numbers as in {@link CalendarDay}. Belongs to one {@link Examination}, so to one thread.
 */
public final class EditContext {

    private final CodeSets codes;
    private final Clock clock;
    private final Map<Edit, Passed> passed = new IdentityHashMap<>();
    private int today;
    private long quarterTold;
    private boolean predetermination;
    private int[] from = new int[50];
    private int[] to = new int[50];
    private Claim claim;
    private DiagnosisStanding[] standings = new DiagnosisStanding[12];
    private boolean standingsKnown;
    private boolean proceduresKnown;
    private boolean doubtfulProcedure;
    private int firstDay;
    private int lastDay;

    EditContext(CodeSets codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    void begin(Claim claimAtHand, boolean asksBeforehand) {
        claim = claimAtHand;
        standingsKnown = false;
        proceduresKnown = false;
        predetermination = asksBeforehand
                || claim.kind() == ClaimKind.DENTAL && claim.clm().is(19, "PB");
        tellTheDay();
        int count = claim.lines().size();
        if (from.length < count) {
            from = new int[count * 2];
            to = new int[count * 2];
        }
        firstDay = CalendarDay.NONE;
        lastDay = CalendarDay.NONE;
        for (int i = 0; i < count; i++) {
            read(claim.lines().get(i), i);
            if (from[i] > 0 && (firstDay == CalendarDay.NONE || from[i] < firstDay)) {
                firstDay = from[i];
            }
            if (from[i] > 0 && from[i] > lastDay) {
                lastDay = from[i];
            }
        }
    }

    /** Asks the calendar every quarter of an hour, which is where days can begin, as that costs more than an edit. */
    private void tellTheDay() {
        long quarter = Math.floorDiv(clock.millis(), 900_000L);
        if (quarter != quarterTold || today == CalendarDay.NONE) {
            quarterTold = quarter;
            today = CalendarDay.of(LocalDate.now(clock));
        }
    }

    private void read(ServiceLine line, int index) {
        DateFact date = line.serviceDate();
        if (date == null && claim.kind() != ClaimKind.PROFESSIONAL) {
            date = claim.date(claim.kind() == ClaimKind.DENTAL ? "472" : "434");
        }
        if (date == null || date.value().isEmpty()) {
            from[index] = CalendarDay.NONE;
            to[index] = CalendarDay.NONE;
        } else if (date.format().equals("RD8")) {
            String value = date.value();
            boolean shaped = value.length() == 17 && value.charAt(8) == '-';
            from[index] = shaped ? CalendarDay.parse(value, 0) : CalendarDay.UNREAL;
            to[index] = shaped ? CalendarDay.parse(value, 9) : CalendarDay.UNREAL;
        } else {
            from[index] = CalendarDay.parse(date.value());
            to[index] = from[index];
        }
    }

    /** What this edit has already found right; the same object for every claim of the examination. */
    public Passed passed(Edit edit) {
        return passed.computeIfAbsent(edit, first -> new Passed());
    }

    /** The code sets in force. */
    public CodeSets codes() {
        return codes;
    }

    /**
     * What ICD-10-CM says of the diagnosis with this index (from 0) on the days it was used: those of the lines that point
     * at it. Asks nothing of the qualifier.
     */
    public DiagnosisStanding diagnosisStanding(int diagnosis) {
        if (!standingsKnown) {
            int count = claim.diagnoses().size();
            if (standings.length < count) {
                standings = new DiagnosisStanding[count];
            }
            for (int i = 0; i < count; i++) {
                standings[i] = DiagnosisOnItsDays.standing(claim, i, this);
            }
            standingsKnown = true;
        }
        return standings[diagnosis];
    }

    /** Whether the claim only asks what would be paid, so that its services have no dates yet. */
    public boolean predetermination() {
        return predetermination;
    }

    /** The day of judging. */
    public int today() {
        return today;
    }

    /**
     * First day of service of the line with this index (from 0), NONE without one, UNREAL when it is no date. A line
     * without a date of its own was given on the claim's: DTP*472 of dental claims, the statement of institutional ones.
     */
    public int serviceFrom(int line) {
        return from[line];
    }

    /** Last day of service of the line with this index (from 0), as {@link #serviceFrom}: NONE without one, UNREAL when it is no date. */
    public int serviceTo(int line) {
        return to[line];
    }

    /** The earliest day on which a service of the claim began; NONE when no line has a readable date. */
    public int firstServiceDay() {
        return firstDay;
    }

    /** The latest day on which a service of the claim began; NONE when no line has a readable date. */
    public int lastServiceDay() {
        return lastDay;
    }

    /**
     * The day on which the codes of this line (from 0) have to be in force: its own, else that of the claim. A claim that
     * only asks beforehand is judged by today.
     */
    public int codeDay(int line) {
        return from[line] > 0 ? from[line] : codeDay();
    }

    /**
     * The day on which the codes of the claim as a whole have to be in force: for a stay the day of discharge (the end of
     * the statement period, DTP*434), else the first day of service, else today.
     */
    public int codeDay() {
        if (claim.kind() == ClaimKind.INSTITUTIONAL && (firstDay == CalendarDay.NONE || isStay())) {
            DateFact statement = claim.date("434");
            int end = statement == null ? CalendarDay.NONE : CalendarDay.parse(statement.to());
            if (end > 0) {
                return end;
            }
        }
        return firstDay > 0 ? firstDay : today;
    }

    /** Whether the procedure of any line is not plainly in force on its day; found out once for all edits. */
    public boolean hasDoubtfulProcedure() {
        if (!proceduresKnown) {
            doubtfulProcedure = false;
            for (int i = 0; i < claim.lines().size() && !doubtfulProcedure; i++) {
                doubtfulProcedure =
                        ProcedureCode.standing(claim.lines().get(i), codeDay(i), codes) != CodeStanding.VALID;
            }
            proceduresKnown = true;
        }
        return doubtfulProcedure;
    }

    /** Whether the bill type says that the patient stayed: hospital, nursing home or the like, inpatient or swing bed. */
    private boolean isStay() {
        return switch (claim.placeOfService()) {
            case "11", "12", "18", "21", "22", "28", "41", "65", "66", "86" -> true;
            default -> false;
        };
    }
}
