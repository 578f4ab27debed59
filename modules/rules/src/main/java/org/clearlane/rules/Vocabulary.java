package org.clearlane.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.clearlane.model.Money;
import org.clearlane.model.claim.BillingProvider;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.claim.Drug;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.Payer;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.claim.Subscriber;

/**
 * What rules can say of a claim: every shape and field, with its meaning. Names are those of our own model; amounts are
 * whole cents, dates are text as in X12 (CCYYMMDD), so that comparing two is comparing when they were.
 */
final class Vocabulary {

    /** A person as a rule may see one: no names. */
    private record Person(String relationship, String birthDate, String sex) {}

    /** A line together with the claim it stands in. */
    record Line(Claim claim, ServiceLine line) {}

    static final Shape DATE = new Shape("Date")
            .plain("qualifier", Kind.TEXT, "DTP01, 435 admission, 431 onset …", DateFact::qualifier)
            .plain("from", Kind.TEXT, "the day, or the first day of a period, CCYYMMDD", DateFact::from)
            .plain("to", Kind.TEXT, "the day, or the last day of a period", DateFact::to);

    static final Shape REFERENCE = new Shape("Reference")
            .plain("qualifier", Kind.TEXT, "REF01, G1 prior authorisation, 9F referral …", ReferenceFact::qualifier)
            .plain("value", Kind.TEXT, "REF02", ReferenceFact::value);

    static final Shape DIAGNOSIS = new Shape("Diagnosis")
            .plain("qualifier", Kind.TEXT, "HI0n-1, ABK principal, ABF other …", Diagnosis::qualifier)
            .plain("code", Kind.TEXT, "HI0n-2, without the point", Diagnosis::code)
            .plain("presentOnAdmission", Kind.TEXT, "HI0n-9 (837I)", Diagnosis::presentOnAdmission);

    static final Shape CODE = new Shape("Code")
            .plain(
                    "qualifier",
                    Kind.TEXT,
                    "HI0n-1, BE value, BG condition, BH occurrence, BBR procedure …",
                    CodeFact::qualifier)
            .plain("code", Kind.TEXT, "HI0n-2", CodeFact::code)
            .plain("presentOnAdmission", Kind.TEXT, "HI0n-9", CodeFact::presentOnAdmission);

    static final Shape PROVIDER = new Shape("Provider")
            .plain("loop", Kind.TEXT, "2310A …, 2420A …", OtherProvider::loop)
            .plain("line", Kind.NUMBER, "the line it belongs to; 0 for the whole claim", (OtherProvider p) ->
                    (long) p.line())
            .plain("role", Kind.TEXT, "NM101, DN referring, 82 rendering, 77 facility …", OtherProvider::role)
            .plain("idQualifier", Kind.TEXT, "NM108, XX for an NPI", OtherProvider::idQualifier)
            .plain("id", Kind.TEXT, "NM109", OtherProvider::id);

    static final Shape BILLING = new Shape("BillingProvider")
            .plain("organization", Kind.TEXT, "2010AA NM103", BillingProvider::organization)
            .plain("npi", Kind.TEXT, "2010AA NM109 with NM108 XX", BillingProvider::npi)
            .plain("taxIdQualifier", Kind.TEXT, "EI or SY", BillingProvider::taxIdQualifier)
            .plain("taxId", Kind.TEXT, "2010AA REF02", BillingProvider::taxId);

    static final Shape SUBSCRIBER = new Shape("Subscriber")
            .plain("responsibility", Kind.TEXT, "SBR01, P primary, S secondary …", Subscriber::responsibility)
            .plain("relationship", Kind.TEXT, "SBR02, 18 when the subscriber is the patient", Subscriber::relationship)
            .plain("groupNumber", Kind.TEXT, "SBR03", Subscriber::groupNumber)
            .plain("filingIndicator", Kind.TEXT, "SBR09, MB Medicare B, CI commercial …", Subscriber::filingIndicator)
            .plain("entityType", Kind.TEXT, "2010BA NM102, 1 person, 2 organisation", Subscriber::entityType)
            .plain("idQualifier", Kind.TEXT, "2010BA NM108", Subscriber::idQualifier)
            .plain("memberId", Kind.TEXT, "2010BA NM109", Subscriber::memberId)
            .plain("birthDate", Kind.TEXT, "2010BA DMG02", Subscriber::birthDate)
            .plain("sex", Kind.TEXT, "2010BA DMG03", Subscriber::sex);

    static final Shape PATIENT = new Shape("Patient")
            .plain("relationship", Kind.TEXT, "PAT01, or 18 when the subscriber is the patient", Person::relationship)
            .plain("birthDate", Kind.TEXT, "of whoever was treated", Person::birthDate)
            .plain("sex", Kind.TEXT, "of whoever was treated", Person::sex);

    static final Shape PAYER = new Shape("Payer")
            .plain("name", Kind.TEXT, "2010BB NM103", Payer::name)
            .plain("idQualifier", Kind.TEXT, "2010BB NM108, PI or XV", Payer::idQualifier)
            .plain("id", Kind.TEXT, "2010BB NM109", Payer::id);

    static final Shape LINE = new Shape("Line")
            .plain("number", Kind.NUMBER, "from 1", (Line l) -> (long) l.line().number())
            .plain("revenueCode", Kind.TEXT, "SV201", (Line l) -> l.line().revenueCode())
            .plain("qualifier", Kind.TEXT, "SV101-1, HC …", (Line l) -> l.line().qualifier())
            .plain("procedure", Kind.TEXT, "SV101-2, SV202-2, SV301-2", (Line l) -> l.line()
                    .procedure())
            .plain("modifiers", Kind.TEXTS, "SV101-3 to -6", (Line l) -> l.line()
                    .modifiers())
            .plain(
                    "chargeCents",
                    Kind.NUMBER,
                    "SV102, SV203, SV302 in cents",
                    (Line l) -> cents(l.line().charge()))
            .plain("unit", Kind.TEXT, "SV103, UN or MJ", (Line l) -> l.line().unit())
            .plain("quantity", Kind.TEXT, "SV104 as sent", (Line l) -> l.line().quantity())
            .plain("placeOfService", Kind.TEXT, "SV105, or CLM05-1 where that is empty", Vocabulary::placeOf)
            .plain("pointers", Kind.TEXTS, "SV107", (Line l) -> l.line().pointers())
            .plain("diagnoses", Kind.TEXTS, "the codes that SV107 points at", Vocabulary::pointedAt)
            .plain("drugs", Kind.TEXTS, "LIN03 of 2410", (Line l) -> l.line().drugs().stream()
                    .map(Drug::code)
                    .toList())
            .plain("serviceFrom", Kind.TEXT, "first day of DTP 472", (Line l) -> first(l.line()))
            .plain("serviceTo", Kind.TEXT, "last day of DTP 472", (Line l) -> last(l.line()))
            .many("dates", DATE, "DTP of the line", (Line l) -> l.line().dates())
            .many("references", REFERENCE, "REF of the line", (Line l) -> l.line()
                    .references());

    static final Shape CLAIM = new Shape("Claim")
            .plain("kind", Kind.TEXT, "837P, 837I or 837D", (Claim c) -> c.kind()
                    .transaction())
            .plain("billType", Kind.TEXT, "CLM05-1 and CLM05-3 of an 837I", Claim::billType)
            .plain("patientControlNumber", Kind.TEXT, "CLM01", Claim::patientControlNumber)
            .plain("chargeCents", Kind.NUMBER, "CLM02 in cents", (Claim c) -> cents(c.charge()))
            .plain("placeOfService", Kind.TEXT, "CLM05-1", Claim::placeOfService)
            .plain("facilityQualifier", Kind.TEXT, "CLM05-2", Claim::facilityQualifier)
            .plain("frequency", Kind.TEXT, "CLM05-3, 1 original, 7 replacement, 8 void", Claim::frequency)
            .plain("payerClaimNumber", Kind.TEXT, "REF F8", Claim::payerClaimNumber)
            .plain("transactionType", Kind.TEXT, "BHT06, CH charge, RP encounter", Claim::transactionType)
            .plain("test", Kind.FLAG, "whether ISA15 is T", Claim::test)
            .plain("serviceFrom", Kind.TEXT, "the earliest day of service of its lines", Vocabulary::earliest)
            .plain("serviceTo", Kind.TEXT, "the latest", Vocabulary::latest)
            .one("billing", BILLING, "who is to be paid", Claim::billingProvider)
            .one("subscriber", SUBSCRIBER, "the insured person", Claim::subscriber)
            .one("patient", PATIENT, "whoever was treated", Vocabulary::treated)
            .one("payer", PAYER, "whom the claim is for", Claim::payer)
            .many("providers", PROVIDER, "referring, rendering, facility …", Claim::otherProviders)
            .many("diagnoses", DIAGNOSIS, "HI, in the order sent", Claim::diagnoses)
            .many("codes", CODE, "all other codes of HI", Claim::codes)
            .plain("otherPayers", Kind.NUMBER, "how many 2320 there are", (Claim c) ->
                    (long) c.otherCoverages().size())
            .plain("accident", Kind.TEXTS, "CLM11-1 to -3, AA, EM, OA", Vocabulary::causes)
            .many("dates", DATE, "DTP of 2300", Claim::dates)
            .many("references", REFERENCE, "REF of 2300", Claim::references)
            .many("lines", LINE, "2400", Vocabulary::lines);

    private Vocabulary() {}

    /** The names an unknown one is compared with. */
    static TreeSet<String> fieldNames() {
        TreeSet<String> names = new TreeSet<>();
        CLAIM.withNested().forEach(shape -> shape.fields().forEach(field -> names.add(field.name())));
        return names;
    }

    private static Object cents(Money amount) {
        return amount == null ? 0L : amount.cents();
    }

    private static Object placeOf(Line at) {
        String own = at.line().placeOfService();
        return own.isEmpty() ? at.claim().placeOfService() : own;
    }

    private static Object pointedAt(Line at) {
        List<String> codes = new ArrayList<>();
        for (String pointer : at.line().pointers()) {
            int number = pointer.matches("\\d{1,2}") ? Integer.parseInt(pointer) : 0;
            if (number > 0 && number <= at.claim().diagnoses().size()) {
                codes.add(at.claim().diagnoses().get(number - 1).code());
            }
        }
        return codes;
    }

    private static String first(ServiceLine line) {
        return line.serviceDate() == null ? "" : line.serviceDate().from();
    }

    private static String last(ServiceLine line) {
        return line.serviceDate() == null ? "" : line.serviceDate().to();
    }

    private static Object earliest(Claim claim) {
        return claim.lines().stream()
                .map(Vocabulary::first)
                .filter(day -> !day.isEmpty())
                .min(String::compareTo)
                .orElse("");
    }

    private static Object latest(Claim claim) {
        return claim.lines().stream()
                .map(Vocabulary::last)
                .max(String::compareTo)
                .orElse("");
    }

    private static Object causes(Claim claim) {
        return List.of("AA", "EM", "OA", "AP", "AB").stream()
                .filter(claim::isCausedBy)
                .toList();
    }

    private static Object treated(Claim claim) {
        Subscriber subscriber = claim.subscriber();
        return claim.patient() == null
                ? new Person("18", subscriber.birthDate(), subscriber.sex())
                : new Person(
                        claim.patient().relationship(),
                        claim.patient().birthDate(),
                        claim.patient().sex());
    }

    private static List<?> lines(Claim claim) {
        return claim.lines().stream().map(line -> new Line(claim, line)).toList();
    }
}
