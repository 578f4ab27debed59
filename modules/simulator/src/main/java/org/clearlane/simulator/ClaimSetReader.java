package org.clearlane.simulator;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.simulator.ReceivedSet.Fault;
import org.clearlane.x12.Segment;

/** Reads one transaction set, segment by segment, and takes from an 837P, 837I or 837D what a payer's answers need. */
final class ClaimSetReader {

    /** Where in the guide the segment at hand stands, as far as that decides what it means. */
    private enum Place {
        HEADER,
        BILLING_PROVIDER,
        SUBSCRIBER,
        PATIENT,
        CLAIM,
        OTHER_PARTY,
        OTHER_SUBSCRIBER,
        LINE
    }

    private final String id;
    private final String control;
    private final String version;
    private final long first;
    private long segments = 1;

    private String reference = "";
    private ReceivedParty submitter = ReceivedParty.NOBODY;
    private ReceivedProvider provider = ReceivedProvider.NONE;
    private ReceivedParty subscriber = ReceivedParty.NOBODY;
    private ReceivedParty patient;
    private String payerId = "";
    private String responsibility = "";
    private String filing = "";
    private Place place = Place.HEADER;
    private Fault fault;

    private final List<ReceivedClaim> claims = new ArrayList<>();
    private OpenClaim claim;

    ClaimSetReader(Segment st) {
        id = st.element(1);
        control = st.element(2);
        version = st.element(3);
        first = st.ordinal();
    }

    void take(Segment segment) {
        segments++;
        if (!id.equals("837")) {
            return;
        }
        switch (segment.id()) {
            case "BHT" -> reference = segment.element(3);
            case "HL" -> level(segment.element(3));
            case "NM1" -> name(segment);
            case "N3" -> {
                if (place == Place.BILLING_PROVIDER) {
                    provider = provider.withStreet(segment.element(1));
                }
            }
            case "N4" -> {
                if (place == Place.BILLING_PROVIDER) {
                    provider = provider.withCity(segment.element(1), segment.element(2), segment.element(3));
                }
            }
            case "SBR" -> insurance(segment);
            case "REF" -> reference(segment);
            case "CLM" -> openClaim(segment);
            case "LX" -> openLine(segment);
            case "SV1" -> service(segment, 1, 2, 4);
            case "SV2" -> service(segment, 2, 3, 5);
            case "SV3" -> service(segment, 1, 2, 6);
            case "DTP" -> date(segment);
            default -> {
                // Everything else says nothing that an answer repeats.
            }
        }
    }

    private void level(String code) {
        endClaim();
        switch (code) {
            case "20" -> {
                provider = ReceivedProvider.NONE;
                place = Place.OTHER_PARTY;
            }
            case "22" -> {
                subscriber = ReceivedParty.NOBODY;
                patient = null;
                payerId = "";
                place = Place.SUBSCRIBER;
            }
            default -> {
                patient = null;
                place = Place.PATIENT;
            }
        }
    }

    private void name(Segment nm1) {
        switch (nm1.element(1)) {
            case "41" -> submitter = ReceivedParty.of(nm1);
            case "85" -> {
                provider = new ReceivedProvider(ReceivedParty.of(nm1), "", "", "", "", "");
                place = Place.BILLING_PROVIDER;
            }
            case "87", "PE" -> place = Place.OTHER_PARTY;
            case "IL" -> {
                if (claim == null) {
                    subscriber = ReceivedParty.of(nm1);
                }
            }
            case "PR" -> {
                if (claim == null) {
                    payerId = nm1.element(9);
                }
            }
            case "QC" -> {
                if (claim == null) {
                    patient = ReceivedParty.of(nm1);
                }
            }
            default -> partyOfClaim(nm1);
        }
    }

    private void partyOfClaim(Segment nm1) {
        if (claim == null || place == Place.LINE || place == Place.OTHER_SUBSCRIBER) {
            return;
        }
        if (nm1.elementEquals(1, "82")) {
            claim.rendering = ReceivedParty.of(nm1);
        }
        place = Place.OTHER_PARTY;
    }

    private void insurance(Segment sbr) {
        if (claim != null) {
            place = Place.OTHER_SUBSCRIBER;
            return;
        }
        responsibility = sbr.element(1);
        filing = sbr.element(9);
    }

    private void reference(Segment ref) {
        String qualifier = ref.element(1);
        if (place == Place.BILLING_PROVIDER && (qualifier.equals("EI") || qualifier.equals("SY"))) {
            provider = provider.withTaxId(ref.element(2));
        } else if (place == Place.CLAIM && qualifier.equals("D9")) {
            claim.houseId = ref.element(2);
        } else if (place == Place.LINE && qualifier.equals("6R")) {
            claim.line.controlNumber = ref.element(2);
        }
    }

    private void openClaim(Segment clm) {
        endClaim();
        long position = clm.ordinal() - first + 1;
        claim = new OpenClaim(clm, position, amount(clm, 2, position));
        place = Place.CLAIM;
    }

    private void openLine(Segment lx) {
        if (claim != null) {
            claim.endLine();
            claim.line = new OpenLine(lx.element(1));
            place = Place.LINE;
        }
    }

    /** The three kinds of line say the same in different elements; in SV3 there is no unit, and in SV2 a revenue code. */
    private void service(Segment sv, int composite, int charge, int quantity) {
        if (place != Place.LINE) {
            return;
        }
        List<String> procedure = new ArrayList<>();
        for (int component = 1; component <= 6; component++) {
            procedure.add(sv.component(composite, component));
        }
        claim.line.revenueCode = sv.is("SV2") ? sv.element(1) : "";
        // A revenue line without a procedure is answered under its revenue code: 835 SVC01 with qualifier NU.
        claim.line.procedure = procedure.get(1).isEmpty() && !claim.line.revenueCode.isEmpty()
                ? List.of("NU", claim.line.revenueCode)
                : procedure;
        claim.line.chargeCents = amount(sv, charge, sv.ordinal() - first + 1);
        claim.line.unit = sv.is("SV3") ? "" : sv.element(quantity - 1);
        claim.line.quantity = sv.element(quantity);
    }

    private void date(Segment dtp) {
        String days = dtp.element(3);
        int dash = days.indexOf('-');
        String from = dash < 0 ? days : days.substring(0, dash);
        String to = dash < 0 ? days : days.substring(dash + 1);
        if (place == Place.LINE && dtp.elementEquals(1, "472") && claim.line.from.isEmpty()) {
            claim.line.from = from;
            claim.line.to = to;
        } else if (place == Place.CLAIM && (dtp.elementEquals(1, "472") || dtp.elementEquals(1, "434"))) {
            claim.from = from;
            claim.to = to;
        }
    }

    private long amount(Segment segment, int element, long position) {
        try {
            return Cents.parse(segment.element(element));
        } catch (NumberFormatException | ArithmeticException e) {
            if (fault == null) {
                fault = new Fault("5", segment.id(), position, element, "782");
            }
            return 0;
        }
    }

    private void endClaim() {
        if (claim != null) {
            claims.add(claim.finish());
        }
        claim = null;
    }

    /** Ends the set; {@code se} is its trailer, or null where there is none. */
    ReceivedSet finish(Segment se) {
        endClaim();
        Fault found = fault;
        if (se == null) {
            found = Fault.ofSet("2");
        } else if (!se.element(2).equals(control)) {
            found = Fault.ofSet("3");
        } else if (!ClaimFileReader.isNumber(se.element(1), segments + 1)) {
            found = Fault.ofSet("4");
        } else if (!id.equals("837")) {
            found = Fault.ofSet("1");
        } else if (!version.matches("005010X22[234](A\\d)?")) {
            found = Fault.ofSet("I6");
        }
        return new ReceivedSet(id, control, version, reference, submitter, claims, found);
    }

    private final class OpenClaim {
        private final String pcn;
        private final long chargeCents;
        private final String facility;
        private final String frequency;
        private final String billType;
        private final long position;
        private String houseId = "";
        private String from = "";
        private String to = "";
        private ReceivedParty rendering;
        private final List<ReceivedLine> lines = new ArrayList<>();
        private OpenLine line;

        private OpenClaim(Segment clm, long position, long chargeCents) {
            this.pcn = clm.element(1);
            this.chargeCents = chargeCents;
            this.facility = clm.component(5, 1);
            this.frequency = clm.component(5, 3);
            this.billType = clm.component(5, 2).equals("A") ? facility + frequency : "";
            this.position = position;
        }

        private void endLine() {
            if (line != null) {
                lines.add(line.finish());
            }
            line = null;
        }

        private ReceivedClaim finish() {
            endLine();
            return new ReceivedClaim(
                    pcn,
                    chargeCents,
                    facility,
                    frequency,
                    billType,
                    houseId,
                    position,
                    provider,
                    subscriber,
                    patient == null ? subscriber : patient,
                    payerId,
                    responsibility,
                    filing,
                    rendering,
                    from,
                    to,
                    lines);
        }
    }

    private static final class OpenLine {
        private final String number;
        private List<String> procedure = List.of();
        private String revenueCode = "";
        private long chargeCents;
        private String unit = "";
        private String quantity = "";
        private String from = "";
        private String to = "";
        private String controlNumber = "";

        private OpenLine(String number) {
            this.number = number;
        }

        private ReceivedLine finish() {
            return new ReceivedLine(
                    number, procedure, revenueCode, chargeCents, unit, quantity, from, to, controlNumber);
        }
    }
}
