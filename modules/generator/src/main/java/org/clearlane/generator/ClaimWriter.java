package org.clearlane.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.clearlane.x12.X12Writer;

/** Writes one claim with the levels it needs: 2000B, 2000C where the patient is a dependant, 2300 and its 2400s. */
final class ClaimWriter {

    private static final GeneratedPayer NOBODY = new GeneratedPayer("ZZNOSUCHPAYER", "ZZ NO SUCH PAYER");

    private final GeneratorSettings settings;
    private final X12Writer out;
    private final Random random;
    private final long serviceDays;
    private final ClaimBody body;

    /** The claim being written: its number, fault, date of service. */
    private long number;

    private Fault fault;
    private LocalDate service;

    private long cents;
    private long lines;

    ClaimWriter(GeneratorSettings settings, X12Writer out, Random random) {
        this.settings = settings;
        this.out = out;
        this.random = random;
        ClaimParts parts = new ClaimParts(settings.numberPrefix(), out, random);
        this.body = switch (settings.kind()) {
            case PROFESSIONAL -> new ProfessionalBody(parts);
            case INSTITUTIONAL -> new InstitutionalBody(parts);
            case DENTAL -> new DentalBody(parts);
        };
        this.serviceDays = ChronoUnit.DAYS.between(settings.firstService(), settings.lastService()) + 1;
    }

    /** Σ CLM02 so far. */
    long cents() {
        return cents;
    }

    /** Service lines so far. */
    long lines() {
        return lines;
    }

    /**
     * Writes a claim.
     *
     * @param claimNumber its number in the file, from 1
     * @param wrong what is wrong with it, or null
     * @param hl the last HL01 written
     * @param providerHl the 2000A it belongs to
     * @return the last HL01 written now
     */
    int write(long claimNumber, Fault wrong, int hl, int providerHl) throws IOException {
        number = claimNumber;
        fault = wrong;
        service = settings.firstService().plusDays(random.nextInt(Math.toIntExact(serviceDays)));
        boolean dependant = random.nextInt(100) < settings.dependantPercent();
        int last = hl + 1;
        out.segment("HL", last, providerHl, "22", dependant ? "1" : "0");
        subscriber(dependant);
        if (dependant) {
            last++;
            out.segment("HL", last, last - 1, "23", "0");
            out.segment("PAT", "19");
            person("QC", null, LocalDate.of(2008, 1, 1), 3_000);
        }
        claim();
        return last;
    }

    private void subscriber(boolean dependant) throws IOException {
        out.segment("SBR", "P", dependant ? "" : "18", "", "", "", "", "", "", "CI");
        person("IL", "ZZ%010d".formatted(number), LocalDate.of(1945, 1, 1), 20_000);
        GeneratedPayer payer =
                settings.payers().get(random.nextInt(settings.payers().size()));
        GeneratedPayer billed = fault == Fault.UNKNOWN_PAYER ? NOBODY : payer;
        out.segment("NM1", "PR", "2", billed.name(), "", "", "", "", "PI", billed.id());
    }

    private void person(String entity, String memberId, LocalDate bornFrom, int days) throws IOException {
        String[] place = Synthetic.one(Synthetic.PLACES, random);
        out.segment(
                "NM1",
                entity,
                "1",
                Synthetic.lastName(random),
                Synthetic.firstName(random),
                "",
                "",
                "",
                memberId == null ? "" : "MI",
                memberId);
        out.segment("N3", (1 + random.nextInt(9_999)) + " " + Synthetic.lastName(random) + " ST");
        out.segment("N4", place[0], place[1], place[2].substring(0, 5));
        out.segment(
                "DMG",
                "D8",
                ClaimParts.DAY.format(bornFrom.plusDays(random.nextInt(days))),
                random.nextBoolean() ? "F" : "M");
    }

    private void claim() throws IOException {
        int count = 1 + random.nextInt(settings.mostLines());
        int[] charges = new int[count];
        long sum = 0;
        for (int i = 0; i < count; i++) {
            charges[i] = 1_000 + random.nextInt(29_000);
            sum += charges[i];
        }
        long charge = fault == Fault.CHARGE_NOT_SUM ? sum + 1 : sum;
        cents += charge;
        lines += count;
        body.write(number, fault, service, charges, charge);
    }
}
