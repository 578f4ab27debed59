package org.clearlane.transactions.t837p;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.x12.Segment;

/** The facts of the one claim at hand (2300 to 2420), gathered segment by segment. */
final class ClaimFacts {

    /**
     * More facts than this are not kept, so that one endless "claim" cannot fill the memory. The guide allows 50 lines
     * and a few dozen facts a line, so whatever comes near this has been refused by structure already.
     */
    static final int MOST_FACTS = 20_000;

    private static final int NM1 = Segment.tag("NM1");
    private static final int REF = Segment.tag("REF");
    private static final int DTP = Segment.tag("DTP");
    private static final int HI = Segment.tag("HI");
    private static final int LX = Segment.tag("LX");
    private static final int SV1 = Segment.tag("SV1");

    private final List<OtherProvider> providers = new ArrayList<>();
    private final List<Diagnosis> diagnoses = new ArrayList<>();
    private final List<DateFact> dates = new ArrayList<>();
    private final List<ReferenceFact> references = new ArrayList<>();
    private final List<ServiceLine> lines = new ArrayList<>();
    private final List<DateFact> lineDates = new ArrayList<>();
    private final List<ReferenceFact> lineReferences = new ArrayList<>();

    private String patientControlNumber;
    private Money charge;
    private String placeOfService;
    private String facilityQualifier;
    private String frequency;
    private String payerClaimNumber;
    private int position;
    private int kept;

    private boolean inLine;
    private int lineCount;
    private int lxPosition;
    private int sv1Position;
    private String qualifier;
    private String procedure;
    private List<String> modifiers;
    private Money lineCharge;
    private String unit;
    private String quantity;
    private String linePlace;
    private List<String> pointers;

    void begin(Segment clm, int at) {
        providers.clear();
        diagnoses.clear();
        dates.clear();
        references.clear();
        lines.clear();
        inLine = false;
        lineCount = 0;
        kept = 0;
        payerClaimNumber = "";
        position = at;
        patientControlNumber = clm.element(1);
        charge = money(clm, 2);
        placeOfService = clm.component(5, 1);
        facilityQualifier = clm.component(5, 2);
        frequency = clm.component(5, 3);
    }

    private static Money money(Segment segment, int element) {
        return Money.parse(segment.element(element)).orElse(null);
    }

    void fact(Segment s, int tag, String loop, int at) {
        if (kept >= MOST_FACTS) {
            return;
        }
        if (loop.equals("2400")) {
            lineFact(s, tag, at);
        } else if (loop.equals("2300")) {
            claimFact(s, tag, at);
        } else if (tag == NM1 && (loop.startsWith("2310") || loop.startsWith("2420"))) {
            kept++;
            providers.add(new OtherProvider(
                    loop,
                    loop.charAt(1) == '3' ? 0 : lineCount,
                    s.element(1),
                    s.element(3),
                    s.element(8),
                    s.element(9),
                    at));
        }
    }

    private void claimFact(Segment s, int tag, int at) {
        if (tag == DTP) {
            kept++;
            dates.add(new DateFact(s.element(1), s.element(2), s.element(3), at));
        } else if (tag == REF) {
            kept++;
            references.add(new ReferenceFact(s.element(1), s.element(2), at));
            if (s.elementEquals(1, "F8")) {
                payerClaimNumber = s.element(2);
            }
        } else if (tag == HI) {
            diagnosesOf(s, at);
        }
    }

    private void diagnosesOf(Segment hi, int at) {
        int last = Math.min(hi.elementCount(), 12);
        for (int n = 1; n <= last; n++) {
            String listQualifier = hi.component(n, 1);
            switch (listQualifier) {
                case "ABK", "ABF", "BK", "BF" -> {
                    kept++;
                    diagnoses.add(new Diagnosis(listQualifier, hi.component(n, 2), at, n));
                }
                default -> {}
            }
        }
    }

    private void lineFact(Segment s, int tag, int at) {
        if (tag == LX) {
            finishLine();
            kept++;
            inLine = true;
            lineCount++;
            lxPosition = at;
            sv1Position = 0;
            qualifier = "";
            procedure = "";
            modifiers = List.of();
            lineCharge = null;
            unit = "";
            quantity = "";
            linePlace = "";
            pointers = List.of();
        } else if (!inLine) {
            return;
        } else if (tag == SV1) {
            sv1Position = at;
            qualifier = s.component(1, 1);
            procedure = s.component(1, 2);
            modifiers = components(s, 1, 3, 6);
            lineCharge = money(s, 2);
            unit = s.element(3);
            quantity = s.element(4);
            linePlace = s.element(5);
            pointers = components(s, 7, 1, 4);
        } else if (tag == DTP) {
            kept++;
            lineDates.add(new DateFact(s.element(1), s.element(2), s.element(3), at));
        } else if (tag == REF) {
            kept++;
            lineReferences.add(new ReferenceFact(s.element(1), s.element(2), at));
        }
    }

    private static List<String> components(Segment s, int element, int from, int to) {
        List<String> present = null;
        for (int c = from; c <= to; c++) {
            String value = s.component(element, c);
            if (!value.isEmpty()) {
                present = present == null ? new ArrayList<>(4) : present;
                present.add(value);
            }
        }
        return present == null ? List.of() : present;
    }

    private void finishLine() {
        if (!inLine) {
            return;
        }
        lines.add(new ServiceLine(
                lineCount,
                qualifier,
                procedure,
                modifiers,
                lineCharge,
                unit,
                quantity,
                linePlace,
                pointers,
                lineDates,
                lineReferences,
                lxPosition,
                sv1Position));
        lineDates.clear();
        lineReferences.clear();
        inLine = false;
    }

    Claim finish(PartyFacts parties, boolean underPatient, String transactionType, boolean test) {
        finishLine();
        return new Claim(
                patientControlNumber,
                charge,
                placeOfService,
                facilityQualifier,
                frequency,
                payerClaimNumber,
                parties.provider(),
                parties.subscriber(),
                underPatient ? parties.patient() : null,
                parties.payer(),
                providers,
                diagnoses,
                dates,
                references,
                lines,
                transactionType,
                test,
                position);
    }
}
