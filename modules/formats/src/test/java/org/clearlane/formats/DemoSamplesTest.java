package org.clearlane.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.SourceCell;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;
import org.junit.jupiter.api.Test;

/** What samples/demo/README.md promises of the files beside it. */
class DemoSamplesTest {

    private static final Path ROOT = Path.of(System.getProperty("clearlane.root"));
    private static final Path FILES = ROOT.resolve("samples/demo/files");
    private static final Path LAKESIDE = FILES.resolve("lakeside-family/claims-20260925.edi");
    private static final Path SUMMIT = FILES.resolve("summit-orthopedics/claims-20260922.edi");
    private static final Path SUMMIT_CUT = FILES.resolve("summit-orthopedics/claims-20260923-cut.edi");
    private static final Path HARBOR = FILES.resolve("harbor-pediatrics/claims-20260924.csv");

    @Test
    void holdTheClaimsAndDollarsTheReadmeNames() throws IOException {
        Facts lakeside = facts(Files.readAllBytes(LAKESIDE));
        assertThat(lakeside.claims).hasSize(24);
        assertThat(lakeside.charge()).isEqualTo(Money.of("4230.65"));
        assertThat(lakeside.payers)
                .containsOnly(
                        Map.entry("NWH01", 9), Map.entry("BHM02", 8), Map.entry("CPI03", 6), Map.entry("ZZP99", 1));
        Facts summit = facts(Files.readAllBytes(SUMMIT));
        assertThat(summit.claims).hasSize(14);
        assertThat(summit.charge()).isEqualTo(Money.of("3285.02"));
        assertThat(summit.sets).isEqualTo(2);
        Facts cut = facts(Files.readAllBytes(SUMMIT_CUT));
        assertThat(cut.claims.keySet()).containsExactly("SO-07100", "SO-07101");
        assertThat(cut.charge()).isEqualTo(Money.of("262.00"));
    }

    @Test
    void areFaultyOnlyWhereTheReadmeSays() throws IOException {
        assertThat(facts(Files.readAllBytes(LAKESIDE)).faults).containsExactly("LF26-0018 charge", "LF26-0019 NPI");
        assertThat(facts(Files.readAllBytes(SUMMIT)).faults).isEmpty();
        assertThat(facts(Files.readAllBytes(SUMMIT_CUT)).faults).containsExactly("SE01");
        assertThat(facts(harbor().x12()).faults).isEmpty();
    }

    @Test
    void translateFromTheTableWithoutAProblem() throws IOException {
        Table.Result harbor = harbor();

        assertThat(harbor.translation().outcome()).isEqualTo(Translation.Outcome.COMPLETE);
        assertThat(harbor.translation().counts())
                .isEqualTo(new Translation.Counts(19, 0, 12, 0, 19, Money.of("1998.60"), 1, 0));
        assertThat(harbor.segments("PAT")).hasSize(12).containsOnly("PAT*19");
        assertThat(facts(harbor.x12()).payers)
                .containsOnly(Map.entry("NWH01", 5), Map.entry("BHM02", 4), Map.entry("CPI03", 3));
    }

    @Test
    void leadFromTheUnbillableDiagnosisToItsCell() throws IOException {
        Table.Result harbor = harbor();
        int ordinal = harbor.segments().indexOf("HI*ABK:J4590") + 1;

        assertThat(harbor.translation().provenance().cellOf(new Place("2300", "HI", 0, 1, 2, 0, ordinal, 0)))
                .isEqualTo(new SourceCell(9, "diagnosis_1"));
    }

    @Test
    void markEveryPersonWhoIsAPatientOrSubscriber() throws IOException {
        for (byte[] file : List.of(
                Files.readAllBytes(LAKESIDE),
                Files.readAllBytes(SUMMIT),
                Files.readAllBytes(SUMMIT_CUT),
                harbor().x12())) {
            Facts facts = facts(file);
            assertThat(facts.people).isNotEmpty().allMatch(name -> name.startsWith("Zz"));
            assertThat(facts.serviceDates)
                    .allMatch(date -> date.compareTo("20260105") >= 0)
                    .allMatch(date -> date.compareTo("20260920") <= 0);
        }
    }

    @Test
    void codeDiagnosesThatAreBillableInFiscalYear2026ButForTheTwoFaults() throws IOException {
        Path codes = Stream.of("../shared", "../../shared")
                .map(path -> ROOT.resolve(path + "/reference/codesets/cms_2026_dx.zip"))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        assumeTrue(codes != null, "the reference code sets are not here");
        Set<String> billable = billable(codes);
        Set<String> used = new LinkedHashSet<>();
        for (byte[] file : List.of(Files.readAllBytes(LAKESIDE), Files.readAllBytes(SUMMIT), harbor().x12())) {
            used.addAll(facts(file).diagnoses);
        }

        used.removeAll(billable);

        assertThat(used).containsExactly("G35", "J4590");
    }

    private static Set<String> billable(Path zip) throws IOException {
        Set<String> billable = new HashSet<>();
        try (ZipFile file = new ZipFile(zip.toFile());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.getInputStream(file.getEntry("icd10cm_order_2026.txt")), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.charAt(14) == '1') {
                    billable.add(line.substring(6, 14).strip());
                }
            }
        }
        return billable;
    }

    private static Table.Result harbor() throws IOException {
        return Table.translate(Files.readAllBytes(HARBOR), Table.SETTINGS);
    }

    private static final class Facts {
        final Map<String, Money> claims = new LinkedHashMap<>();
        final Map<String, Integer> payers = new LinkedHashMap<>();
        final List<String> faults = new ArrayList<>();
        final List<String> people = new ArrayList<>();
        final List<String> serviceDates = new ArrayList<>();
        final List<String> diagnoses = new ArrayList<>();
        int sets;

        Money charge() {
            return claims.values().stream().reduce(Money.ZERO, Money::plus);
        }
    }

    private static Facts facts(byte[] x12) throws IOException {
        Facts facts = new Facts();
        String claim = null;
        String payer = "";
        Money lines = Money.ZERO;
        boolean otherInsurance = false;
        int segmentsInSet = 0;
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(x12))) {
            while (reader.next()) {
                Segment segment = reader.segment();
                String id = segment.id();
                segmentsInSet = id.equals("ST") ? 1 : segmentsInSet + 1;
                if (claim != null && Set.of("CLM", "HL", "SE").contains(id)) {
                    if (!lines.equals(facts.claims.get(claim))) {
                        facts.faults.add(claim + " charge");
                    }
                    claim = null;
                }
                switch (id) {
                    case "ST" -> facts.sets++;
                    case "CLM" -> {
                        claim = segment.element(1);
                        lines = Money.ZERO;
                        otherInsurance = false;
                        facts.payers.merge(payer, 1, Integer::sum);
                        assertThat(facts.claims.put(claim, Money.of(segment.element(2))))
                                .isNull();
                    }
                    case "SBR" -> otherInsurance = claim != null;
                    case "SV1" -> lines = lines.plus(Money.of(segment.element(2)));
                    case "HI" -> {
                        for (int i = 1; i <= segment.elementCount(); i++) {
                            facts.diagnoses.add(segment.component(i, 2));
                        }
                    }
                    case "DTP" -> {
                        if (segment.elementEquals(1, "472")) {
                            facts.serviceDates.addAll(List.of(segment.element(3).split("-")));
                        }
                    }
                    case "NM1" -> {
                        if (segment.elementEquals(1, "IL") || segment.elementEquals(1, "QC")) {
                            facts.people.add(segment.element(3));
                        }
                        if (segment.elementEquals(1, "PR") && !otherInsurance) {
                            payer = segment.element(9);
                        }
                        if (segment.elementEquals(8, "XX") && !checkDigitHolds(segment.element(9))) {
                            facts.faults.add(claim + " NPI");
                        }
                    }
                    case "SE" -> {
                        if (!segment.elementEquals(1, Integer.toString(segmentsInSet))) {
                            facts.faults.add("SE01");
                        }
                    }
                    default -> {}
                }
            }
            assertThat(reader.end()).isEqualTo(X12Reader.End.COMPLETE);
        }
        return facts;
    }

    /** Luhn over 80840 and the number, written out long hand. */
    private static boolean checkDigitHolds(String npi) {
        String all = "80840" + npi;
        int sum = 0;
        for (int i = 0; i < all.length(); i++) {
            int digit = all.charAt(all.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice / 10 + twice % 10;
        }
        return sum % 10 == 0;
    }
}
