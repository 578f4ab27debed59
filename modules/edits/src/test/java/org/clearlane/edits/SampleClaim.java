package org.clearlane.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clearlane.model.Money;
import org.clearlane.model.claim.BillingProvider;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.Patient;
import org.clearlane.model.claim.Payer;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.claim.Subscriber;

/** A claim that every edit lets pass, to be spoilt in one place: an office visit of 2026-02-02 for 132.00. */
public final class SampleClaim {

    public Money charge = Money.of("132.00");
    public String placeOfService = "11";
    public String frequency = "1";
    public String payerClaimNumber = "";
    public String npi = "1234567893";
    public String relationship = "18";
    public String subscriberName = "SMITH";
    public String memberId = "M1000001";
    public String subscriberBirth = "19650402";
    public String subscriberSex = "F";
    public Patient patient;
    public String payerId = "60054";
    public boolean test;
    public final List<OtherProvider> providers = new ArrayList<>();
    public final List<Diagnosis> diagnoses = new ArrayList<>();
    public final List<ServiceLine> lines = new ArrayList<>();

    private SampleClaim() {
        diagnosis("ABK", "E119");
        diagnosis("ABF", "I10");
        lines.add(line(1, "100.00", "D8", "20260202", "1", "2"));
        lines.add(line(2, "32.00", "D8", "20260202", "1"));
    }

    /** The clean claim. */
    public static Claim clean() {
        return with(sample -> {});
    }

    /** The clean claim with this one change. */
    public static Claim with(Consumer<SampleClaim> change) {
        SampleClaim sample = new SampleClaim();
        change.accept(sample);
        return sample.build();
    }

    /** One more diagnosis. */
    public void diagnosis(String qualifier, String code) {
        diagnoses.add(new Diagnosis(qualifier, code, 30, diagnoses.size() + 1));
    }

    /** These diagnoses in place of the clean ones, all ICD-10-CM. */
    public void onlyDiagnoses(String... codes) {
        diagnoses.clear();
        for (String code : codes) {
            diagnosis(diagnoses.isEmpty() ? "ABK" : "ABF", code);
        }
    }

    /** Both lines on this day or period. */
    public void served(String format, String value) {
        lines.set(0, line(1, "100.00", format, value, "1", "2"));
        lines.set(1, line(2, "32.00", format, value, "1"));
    }

    /** A line with a service date, or without one when the value is empty. */
    public static ServiceLine line(int number, String charge, String format, String value, String... pointers) {
        return full(number, charge, format, value, "", pointers);
    }

    private static ServiceLine full(
            int number, String charge, String format, String value, String place, String[] pointers) {
        return new ServiceLine(
                number,
                "",
                "HC",
                number == 1 ? "99213" : "85025",
                List.of(),
                Money.parse(charge).orElse(null),
                "UN",
                "1",
                place,
                List.of(pointers),
                value.isEmpty() ? List.of() : List.of(new DateFact("472", format, value, 32 + 3 * number)),
                List.of(),
                SegmentFact.of("2400", 31 + 3 * number, "SV1*HC:99213*" + charge + "*UN*1*" + place),
                List.of(),
                30 + 3 * number,
                31 + 3 * number);
    }

    /** A line with a place of service of its own. */
    public static ServiceLine lineAt(String place) {
        return full(1, "132.00", "D8", "20260202", place, new String[] {"1"});
    }

    private Claim build() {
        return new Claim(
                ClaimKind.PROFESSIONAL,
                "PCN-1",
                charge,
                placeOfService,
                "B",
                frequency,
                payerClaimNumber,
                new BillingProvider("LAKESIDE CLINIC", "", "XX", npi, "EI", "123456789", 8, 11, List.of()),
                new Subscriber(
                        "P",
                        relationship,
                        "",
                        "CI",
                        "1",
                        subscriberName,
                        "JANE",
                        "MI",
                        memberId,
                        subscriberBirth,
                        subscriberSex,
                        13,
                        14,
                        17,
                        List.of(
                                SegmentFact.of("2010BA", 15, "N3*4 ELM STREET"),
                                SegmentFact.of("2010BA", 16, "N4*MADISON*WI*53703"))),
                patient,
                new Payer("GREAT PAYER", "PI", payerId, 18, List.of()),
                providers,
                diagnoses,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                lines,
                SegmentFact.of(
                        "2300",
                        29,
                        "CLM*PCN-1*" + charge + "***" + placeOfService + ":B:" + frequency + "*Y*A*Y*Y***********7"),
                0,
                "CH",
                test,
                29);
    }
}
