package org.clearlane.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;
import org.junit.jupiter.api.Test;

class ClaimFileGeneratorTest {

    private static final GeneratorSettings SMALL =
            GeneratorSettings.ofClaims(2_500).withClaimsPerSet(400);

    private static byte[] generate(long seed, GeneratorSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ClaimFileGenerator(seed).write(out, settings);
        return out.toByteArray();
    }

    @Test
    void makesTheSameBytesFromTheSameSeed() throws Exception {
        assertThat(generate(7, SMALL)).isEqualTo(generate(7, SMALL)).isNotEqualTo(generate(8, SMALL));
    }

    @Test
    void saysExactlyWhatItWrote() throws Exception {
        GeneratorSettings settings =
                SMALL.withFaults(Map.of(Fault.CHARGE_NOT_SUM, 200, Fault.BAD_NPI, 200, Fault.UNKNOWN_PAYER, 100));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        GeneratedTotals totals = new ClaimFileGenerator(3).write(out, settings);
        Recount recount = Recount.of(out.toByteArray());

        assertThat(totals.claims()).isEqualTo(2_500).isEqualTo(recount.claims);
        assertThat(BigDecimal.valueOf(totals.cents(), 2)).isEqualByComparingTo(recount.charged);
        assertThat(totals.lines()).isEqualTo(recount.lines);
        assertThat(totals.sets()).isEqualTo(7).isEqualTo(recount.sets);
        assertThat(totals.segments()).isEqualTo(recount.segments);
        assertThat(totals.bytes()).isEqualTo(out.size());
        assertThat(totals.faulty()).isEqualTo(recount.faulty);
        assertThat(totals.faulty().get(Fault.CHARGE_NOT_SUM)).isBetween(25L, 80L);
        assertThat(totals.faulty().get(Fault.BAD_DIAGNOSIS)).isZero();
        assertThat(totals.faultyClaims())
                .isEqualTo(recount.faulty.values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void writesGoodClaimsWhenNoFaultIsAskedFor() throws Exception {
        Recount recount = Recount.of(generate(11, SMALL));

        assertThat(recount.faulty.values()).containsOnly(0L);
        assertThat(recount.wrongTrailers).isEmpty();
        assertThat(recount.numbers).hasSize(2_500);
        assertThat(recount.wrongLevels).isZero();
    }

    @Test
    void writesEachFaultThatIsAskedFor() throws Exception {
        for (Fault fault : Fault.values()) {
            GeneratorSettings allBad = GeneratorSettings.ofClaims(50).withFaults(Map.of(fault, 10_000));

            assertThat(Recount.of(generate(5, allBad)).faulty).containsEntry(fault, 50L);
        }
    }

    @Test
    void takesAboutFiveHundredSixtyFiveBytesAClaim() throws Exception {
        assertThat(generate(1, GeneratorSettings.ofClaims(5_000)).length / 5_000)
                .isBetween(535, 595);
    }

    @Test
    void keepsTheShareOfDependants() throws Exception {
        Recount none = Recount.of(generate(2, GeneratorSettings.ofClaims(300).withDependantPercent(0)));
        Recount all = Recount.of(generate(2, GeneratorSettings.ofClaims(300).withDependantPercent(100)));

        assertThat(none.dependants).isZero();
        assertThat(all.dependants).isEqualTo(300);
        assertThat(all.wrongLevels).isZero();
    }

    @Test
    void sharesClaimsOutToAllNpisOfThePractice() throws Exception {
        GeneratorSettings settings = GeneratorSettings.ofClaims(10)
                .withPractice(new GeneratedPractice("ZZ TWO DOORS", List.of("1234567893", "1245319599"), "999123456"));

        String text = new String(generate(1, settings), StandardCharsets.ISO_8859_1);

        assertThat(text).contains("NM1*85*2*ZZ TWO DOORS*****XX*1234567893~", "*****XX*1245319599~");
        assertThat(Recount.of(text.getBytes(StandardCharsets.ISO_8859_1)).wrongLevels)
                .isZero();
    }

    @Test
    void writesWithOtherSeparators() throws Exception {
        byte[] bytes = generate(4, SMALL.withDelimiters(Delimiters.of("|>!\n")));

        Recount recount = Recount.of(bytes);
        assertThat(recount.claims).isEqualTo(2_500);
        assertThat(recount.faulty.values()).containsOnly(0L);
    }

    @Test
    void staysWithinTheDatesOfServiceAndOneToSoManyLines() throws Exception {
        LocalDate day = LocalDate.of(2026, 2, 14);
        Recount recount = Recount.of(
                generate(6, GeneratorSettings.ofClaims(40).withService(day, day).withMostLines(1)));

        assertThat(recount.serviceDates).containsExactly("20260214");
        assertThat(recount.lines).isEqualTo(40);
    }

    @Test
    void marksEveryPerson() throws Exception {
        String text = new String(generate(9, GeneratorSettings.ofClaims(20)), StandardCharsets.ISO_8859_1);

        assertThat(text.lines()
                        .flatMap(line -> List.of(line.split("~")).stream())
                        .filter(segment -> segment.matches("NM1\\*(IL|QC|82)\\*.*")))
                .isNotEmpty()
                .allMatch(segment -> segment.matches("NM1\\*..\\*1\\*Zz[A-Z]+\\*Zz[A-Z]+(\\*.*)?"));
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> GeneratorSettings.ofClaims(0)).hasMessageContaining("claims");
        assertThatThrownBy(() -> SMALL.withControlAndPrefix(1, "too long a prefix"))
                .hasMessageContaining("numberPrefix");
        assertThatThrownBy(() -> SMALL.withFaults(Map.of(Fault.BAD_NPI, 10_001)))
                .hasMessageContaining("faults");
    }

    /** Reads a generated file back and counts everything anew. */
    private static final class Recount {

        private long claims;
        private long lines;
        private long sets;
        private long segments;
        private long dependants;
        private long wrongLevels;
        private BigDecimal charged = BigDecimal.ZERO;
        private final Set<String> numbers = new HashSet<>();
        private final Set<String> serviceDates = new HashSet<>();
        private final Set<String> wrongTrailers = new HashSet<>();
        private final Map<Fault, Long> faulty = new EnumMap<>(Fault.class);

        private BigDecimal clm02;
        private BigDecimal sum = BigDecimal.ZERO;
        private int hl;
        private String parentKind = "";
        private boolean hasChild;
        private long segmentsInSet;

        static Recount of(byte[] bytes) throws IOException {
            Recount recount = new Recount();
            for (Fault fault : Fault.values()) {
                recount.faulty.put(fault, 0L);
            }
            try (X12Reader reader = new X12Reader(new ByteArrayInputStream(bytes))) {
                while (reader.next()) {
                    recount.segments++;
                    recount.take(reader.segment());
                }
                assertThat(reader.end()).isEqualTo(X12Reader.End.COMPLETE);
            }
            return recount;
        }

        private void take(Segment s) {
            segmentsInSet++;
            switch (s.id()) {
                case "ST" -> {
                    sets++;
                    segmentsInSet = 1;
                    hl = 0;
                }
                case "HL" -> {
                    endClaim();
                    level(s);
                }
                case "CLM" -> {
                    claims++;
                    numbers.add(s.element(1));
                    clm02 = new BigDecimal(s.element(2));
                    charged = charged.add(clm02);
                }
                case "SV1" -> {
                    lines++;
                    sum = sum.add(new BigDecimal(s.element(2)));
                }
                case "DTP" -> serviceDates.add(s.element(3));
                case "HI" -> count(Fault.BAD_DIAGNOSIS, s.element(1).endsWith("QQQQQ"));
                case "NM1" -> {
                    count(Fault.BAD_NPI, s.element(8).equals("XX") && !passesLuhn("80840" + s.element(9)));
                    count(
                            Fault.UNKNOWN_PAYER,
                            s.is("NM1")
                                    && s.element(1).equals("PR")
                                    && !s.element(9).equals("ZZPAYER1"));
                }
                case "SE" -> {
                    endClaim();
                    if (!s.element(1).equals(Long.toString(segmentsInSet))) {
                        wrongTrailers.add("SE01 " + s.element(1));
                    }
                }
                case "GE" -> {
                    if (!s.element(1).equals(Long.toString(sets))) {
                        wrongTrailers.add("GE01 " + s.element(1));
                    }
                }
                default -> {}
            }
        }

        private void level(Segment s) {
            hl++;
            boolean fits =
                    switch (s.element(3)) {
                        case "20" -> s.element(2).isEmpty() && s.element(4).equals("1");
                        case "22" -> !hasChild || parentKind.equals("20");
                        case "23" ->
                            hasChild && parentKind.equals("22") && s.element(2).equals(Integer.toString(hl - 1));
                        default -> false;
                    };
            if (!fits || !s.element(1).equals(Integer.toString(hl))) {
                wrongLevels++;
            }
            if (s.element(3).equals("23")) {
                dependants++;
            }
            parentKind = s.element(3);
            hasChild = s.element(4).equals("1");
        }

        private void endClaim() {
            if (clm02 != null) {
                count(Fault.CHARGE_NOT_SUM, clm02.compareTo(sum) != 0);
            }
            clm02 = null;
            sum = BigDecimal.ZERO;
        }

        private void count(Fault fault, boolean found) {
            if (found) {
                faulty.merge(fault, 1L, Long::sum);
            }
        }

        /** The textbook Luhn sum over all digits, the check digit included. */
        private static boolean passesLuhn(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int weighted = i % 2 == 1 ? 2 * digit : digit;
                sum += weighted / 10 + weighted % 10;
            }
            return sum % 10 == 0;
        }
    }
}
