package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideCorpusTest {

    /** Diagnoses as {@code HI*BK*8901*BF*87200}: qualifier and code as two elements where they are one composite. */
    private static final Set<String> TORN_DIAGNOSES = Set.of(
            "ELEMENT_MISSING 2300 HI01-2",
            "ELEMENT_MISSING 2300 HI02-2",
            "ELEMENT_MISSING 2300 HI03-2",
            "ELEMENT_MISSING 2300 HI04-2",
            "ELEMENT_TOO_LONG 2300 HI02-1",
            "ELEMENT_TOO_LONG 2300 HI04-1");
    /** Every subscriber is {@code HL*2}, under {@code 3} or {@code 1}. */
    private static final Set<String> ONE_NUMBER_FOR_ALL =
            Set.of("HL_NUMBER_NOT_UNIQUE 2000B HL01", "HL_PARENT_UNKNOWN 2000B HL02");

    private static final Set<String> FIRST_LEVEL_AGAIN = Set.of("HL_NUMBER_NOT_UNIQUE 2000A HL01");
    /** ISA16 says {@code :}, the composites are written with {@code >}. */
    private static final Set<String> OTHER_SEPARATOR_THAN_DECLARED = Set.of(
            "ELEMENT_MISSING 2300 CLM05-2",
            "ELEMENT_MISSING 2300 CLM05-3",
            "ELEMENT_TOO_LONG 2300 CLM05-1",
            "ELEMENT_MISSING 2300 HI01-2",
            "ELEMENT_TOO_LONG 2300 HI01-1",
            "ELEMENT_MISSING 2400 SV101-2",
            "ELEMENT_TOO_LONG 2400 SV101-1");
    /** No technical contact, which 1000A requires; the library it comes from does not look for it. */
    private static final Set<String> NO_TECHNICAL_CONTACT = Set.of("SEGMENT_MISSING 1000A PER");

    private static final Set<String> NO_PAYMENT_DATE = Set.of("ELEMENT_MISSING BPR16");
    private static final Set<String> NO_REAL_PAYMENT_DATE = Set.of("ELEMENT_INVALID_DATE BPR16");

    /**
     * Samples called valid that break their guide, and everything wrong with each: the sample is wrong, not the guide's
     * definition. Harmless findings are not counted.
     */
    private static final Map<String, Set<String>> WRONGLY_CALLED_VALID = wronglyCalledValid();

    private static Map<String, Set<String>> wronglyCalledValid() {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (String name : new String[] {
            "multiple_gs", "multiple_isa", "multiple_st", "multiple_transactions", "valid", "valid_different_separators"
        }) {
            all.put("837P/x12-parser__x12_" + name + ".txt", union(TORN_DIAGNOSES, ONE_NUMBER_FOR_ALL));
        }
        all.put("837P/x12-parser__x12_many_claims.txt", union(TORN_DIAGNOSES, ONE_NUMBER_FOR_ALL, FIRST_LEVEL_AGAIN));
        all.put(
                "837P/x12-parser__x12_no_errors.txt",
                union(TORN_DIAGNOSES, FIRST_LEVEL_AGAIN, Set.of("HL_NUMBER_NOT_UNIQUE 2000B HL01")));
        all.put(
                "837P/x12-parser__x12_complex.txt",
                union(
                        TORN_DIAGNOSES,
                        ONE_NUMBER_FOR_ALL,
                        // NM108 of X and MI for a provider, OI04 of 4010, a form question without an answer, and
                        // a referring provider of the other payer without the number the loop exists for.
                        Set.of(
                                "ELEMENT_CODE_NOT_IN_GUIDE 2310B NM108",
                                "ELEMENT_CODE_NOT_IN_GUIDE 2320 OI04",
                                "ELEMENT_CODE_NOT_IN_GUIDE 2420D NM108",
                                "ELEMENT_CONDITIONAL_MISSING 2440 FRM02",
                                "SEGMENT_MISSING 2330C REF")));
        // Institutional claims in two of its three sets, and a professional one without payer and line numbers.
        all.put(
                "837P/hccinfhir__sample_837_12.txt",
                Set.of(
                        "ELEMENT_CODE_NOT_IN_GUIDE 1000A NM108",
                        "ELEMENT_CODE_NOT_IN_GUIDE 1000B NM108",
                        "ELEMENT_CODE_NOT_IN_GUIDE 2300 DTP02",
                        "ELEMENT_CODE_NOT_IN_GUIDE 2310B PRV02",
                        "ELEMENT_CODE_NOT_IN_GUIDE ST03",
                        "ELEMENT_MISSING 2400 SV107",
                        "ELEMENT_MISSING 2410 CTP05",
                        "ELEMENT_NOT_USED 2400 SV108",
                        "ELEMENT_NOT_USED 2410 CTP03",
                        "ELEMENT_TOO_MANY_COMPONENTS 2400 SV107-5",
                        "LOOP_MISSING 2010BB NM1",
                        "SEGMENT_MISSING 2400 LX",
                        "SEGMENT_TOO_MANY 2300 HI",
                        "SEGMENT_UNEXPECTED 1000B PER",
                        "SEGMENT_UNEXPECTED 2300 DTP"));
        // CLM05 is 41::1, the kind of place code left out.
        all.put("837P/x12__demo.ambulance.example5.837", Set.of("ELEMENT_MISSING 2300 CLM05-2"));
        all.put("837P/x12__demo.cob.2ndary.example4.837", OTHER_SEPARATOR_THAN_DECLARED);
        all.put("837P/x12__demo.example12.837", OTHER_SEPARATOR_THAN_DECLARED);
        all.put(
                "837P/x12__demo.example11.837",
                union(
                        OTHER_SEPARATOR_THAN_DECLARED,
                        Set.of(
                                "ELEMENT_MISSING 2300 HI02-2",
                                "ELEMENT_TOO_LONG 2300 HI02-1",
                                "ELEMENT_INVALID_CHARACTER 2400 SV107-1")));
        // And a diagnosis pointer of 1.00.
        all.put(
                "837P/x12__demo.example9.837",
                union(OTHER_SEPARATOR_THAN_DECLARED, Set.of("ELEMENT_INVALID_CHARACTER 2400 SV107-1")));
        // Other coverage without its payer.
        all.put("837P/x12__demo.cob.example3.A.837", Set.of("LOOP_MISSING 2330B NM1"));
        // AMT*F2, an amount of 4010.
        all.put("837P/x12__demo.cob.example4.837", Set.of("SEGMENT_UNEXPECTED 2320 AMT"));

        Set<String> tornProcedure = Set.of("ELEMENT_MISSING 2110 SVC01-2", "ELEMENT_TOO_LONG 2110 SVC01-1");
        all.put(
                "835/x12__cob-contractural-adjustment.835",
                union(NO_TECHNICAL_CONTACT, NO_PAYMENT_DATE, tornProcedure));
        all.put("835/x12__secondary-payment.835", union(NO_TECHNICAL_CONTACT, NO_PAYMENT_DATE, tornProcedure));
        // SVC is shifted by elements: SVC01 has no code, SVC06 is a number.
        all.put(
                "835/x12__tertiary-payment.835",
                union(
                        NO_TECHNICAL_CONTACT,
                        NO_PAYMENT_DATE,
                        Set.of(
                                "ELEMENT_MISSING 2110 SVC01-2",
                                "ELEMENT_MISSING 2110 SVC06-2",
                                "ELEMENT_TOO_SHORT 2110 SVC06-1")));
        // TS309 and TS311 are totals of 4010.
        all.put(
                "835/x12__demo.835",
                union(NO_TECHNICAL_CONTACT, Set.of("ELEMENT_NOT_USED 2000 TS309", "ELEMENT_NOT_USED 2000 TS311")));
        all.put("835/x12__managed-care.835", union(NO_TECHNICAL_CONTACT, NO_REAL_PAYMENT_DATE));
        all.put("835/x12__sample2.txt", NO_REAL_PAYMENT_DATE);
        institutional(all);
        // Accepted or rejected, and the status in words, as a 277CA says them.
        all.put(
                "277/x12-parser__x12_277_x212.txt",
                Set.of("ELEMENT_NOT_USED 2200D STC03", "ELEMENT_NOT_USED 2200D STC12"));
        // A billing provider where the loop is about a service provider.
        all.put("277/x12__provider-level-status.277", Set.of("ELEMENT_CODE_NOT_IN_GUIDE 2200C STC01-3"));
        // Birth dates replaced by a word.
        all.put("834/hccinfhir__sample_834_02.txt", Set.of("ELEMENT_INVALID_DATE 2100A DMG02"));
        all.put("834/hccinfhir__sample_834_05.txt", Set.of("ELEMENT_INVALID_DATE 2100A DMG02"));
        // DTP*358 where 356 or 357 is meant.
        all.put("834/x12__enroll-employee-managed-care.834", Set.of("ELEMENT_CODE_NOT_IN_GUIDE 2000 DTP01"));
        return all;
    }

    private static void institutional(Map<String, Set<String>> all) {
        // Professional claims sent as institutional ones.
        for (int number : new int[] {3, 4, 6, 7, 8}) {
            all.put(
                    "837I/hccinfhir__sample_837_" + number + ".txt",
                    Set.of(
                            "ELEMENT_CODE_NOT_IN_GUIDE 1000A NM108",
                            "ELEMENT_CODE_NOT_IN_GUIDE 1000B NM108",
                            "ELEMENT_CODE_NOT_IN_GUIDE 2300 CLM05-2",
                            "ELEMENT_NOT_USED 2300 CLM06",
                            "LOOP_MISSING 2010BB NM1",
                            "SEGMENT_MISSING 2300 CL1",
                            "SEGMENT_MISSING 2400 SV2",
                            "SEGMENT_NOT_USED 2400 SV1",
                            "SEGMENT_TOO_MANY 2300 HI",
                            "SEGMENT_UNEXPECTED 1000B PER"));
        }
        // A professional claim's CLM, and a facility of another payer as a claim's own facility is written.
        all.put(
                "837I/x12-parser__x223-test.txt",
                Set.of(
                        "ELEMENT_CODE_NOT_IN_GUIDE 2300 CLM05-2",
                        "ELEMENT_CODE_NOT_IN_GUIDE 2300 DTP02",
                        "ELEMENT_NOT_USED 2300 CLM06",
                        "ELEMENT_NOT_USED 2300 CLM10",
                        "ELEMENT_NOT_USED 2330F NM103",
                        "ELEMENT_NOT_USED 2330F NM108",
                        "ELEMENT_NOT_USED 2330F NM109",
                        "SEGMENT_MISSING 2330F REF",
                        "SEGMENT_UNEXPECTED 2400 DTP"));
        // The statement's dates as one date.
        all.put("837I/stupidedi__837-institutional-claim.edi", Set.of("ELEMENT_INVALID_DATE 2300 DTP03"));
        Set<String> signature = Set.of("ELEMENT_NOT_USED 2300 CLM06");
        all.put("837I/x12__demo.837i", union(signature, Set.of("ELEMENT_CODE_NOT_IN_GUIDE 2300 DTP02")));
        all.put("837I/x12__two-claims-single-provider.837i", signature);
        Set<String> torn = Set.of(
                "ELEMENT_MISSING 2300 CLM05-2",
                "ELEMENT_MISSING 2300 CLM05-3",
                "ELEMENT_TOO_LONG 2300 CLM05-1",
                "ELEMENT_MISSING 2300 HI01-2",
                "ELEMENT_TOO_LONG 2300 HI01-1",
                "ELEMENT_MISSING 2400 SV202-2",
                "ELEMENT_TOO_LONG 2400 SV202-1");
        all.put("837I/x12__out-of-network-repriced-claim.837i", union(signature, torn));
        all.put("837I/x12__ppo-repriced-claim.837i", union(signature, torn, Set.of("SEGMENT_UNEXPECTED 2300 HI")));
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new TreeSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return all;
    }

    private static Set<String> seriousFaults(Corpus.Sample sample) {
        return Corpus.judge(sample.path()).stream()
                .filter(finding -> !finding.fault().isHarmless())
                .map(finding -> finding.fault() + " " + finding.place())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void judgesEveryFileWithoutFailing() throws IOException {
        assertThat(Corpus.samples()).hasSizeGreaterThan(100).allSatisfy(sample -> Corpus.judge(sample.path())
                .forEach(finding -> assertThat(finding.position()).isPositive()));
    }

    @Test
    void findsNothingSeriousInValidFilesButWhatIsListed() throws IOException {
        for (Corpus.Sample sample : Corpus.samples()) {
            if (sample.expected().startsWith("valid")) {
                assertThat(seriousFaults(sample))
                        .as(sample.name())
                        .containsExactlyInAnyOrderElementsOf(
                                WRONGLY_CALLED_VALID.getOrDefault(sample.name(), Set.of()));
            }
        }
    }

    /** File, and the fault its name promises, at its place. */
    @ParameterizedTest
    @CsvSource({
        "x12_bad_segment_identifier, SEGMENT_UNKNOWN 1000A  @4",
        "x12_bad_segment_identifier, SEGMENT_UNKNOWN 2010AA Nd4 @9",
        "x12_bad_segment_identifier, SEGMENT_UNKNOWN 2000B NM3 @18",
        "x12_bad_segment_identifier, LOOP_MISSING 2010BA NM1 @20",
        "x12_bad_valid_code, ELEMENT_CODE_NOT_IN_GUIDE 2010AA NM101 @7",
        "x12_missing_elements, ELEMENT_MISSING 1000B NM102 @5",
        "x12_missing_elements, ELEMENT_MISSING 2300 CLM05 @29",
        "x12_loop_errors1_exceeds_max_1_parent, LOOP_TOO_MANY 2010AA NM1 @13",
        "x12_loop_errors2_exceeds_max_repeats_multiple_parents, LOOP_TOO_MANY 2010AA NM1 @32",
        "x12_loop_errors3_missing_loops, LOOP_MISSING 2010AA NM1 @10",
        "x12_missing_required_loop_in_one_repeat, LOOP_MISSING 2010BA NM1 @19",
        "x12_missing_required_loops_mult_repeats, SEGMENT_MISSING 2400 LX @31",
        "x12_missing_required_loops_mult_repeats, ELEMENT_CODE_NOT_IN_GUIDE 2400 DTP02 @32",
        "x12_missing_required_loops_mult_repeats, SEGMENT_MISSING 2400 LX @57",
        "x12_segment_errors, SEGMENT_MISSING 2010AA N3 @8",
        "x12_segment_errors, SEGMENT_TOO_MANY 2010AA REF @10",
        "x12_segment_errors, SEGMENT_MISSING 2300 HI @20",
        "x12_segments_out_of_order, SEGMENT_OUT_OF_ORDER 2010AA N4 @10",
        "x12_segments_out_of_order, SEGMENT_OUT_OF_ORDER 2010AB N3 @15",
    })
    void findsTheFaultThatTheFileIsNamedFor(String file, String fault) {
        assertThat(Stream.of(Corpus.folder().resolve("837P/x12-parser__" + file + ".txt"))
                        .flatMap(path -> Corpus.judge(path).stream())
                        .map(finding -> finding.fault() + " " + finding.place() + " @" + finding.position()))
                .contains(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "SEGMENT_MISSING AK1 @2",
        "SEGMENT_OUT_OF_ORDER AK1 @3",
        "ELEMENT_TOO_LONG AK101 @3",
        "ELEMENT_TOO_MANY 2000 AK204 @4",
        "ELEMENT_CODE_NOT_IN_GUIDE 2000 IK501 @5",
        "SEGMENT_TOO_MANY 2000 IK5 @6",
        "ELEMENT_INVALID_CHARACTER 2100 CTX06-1 @14",
    })
    void findsTheFaultsOfABroken999(String fault) {
        assertThat(Corpus.judge(Corpus.folder().resolve("999/staedi__invalid999.edi")).stream()
                        .map(finding -> finding.fault() + " " + finding.place() + " @" + finding.position()))
                .contains(fault);
    }

    @Test
    void tellsAllThatAnEmptySetLacksInOneFindingEach() {
        assertThat(Corpus.judge(Corpus.folder().resolve("837P/staedi__475-indented-newline-terminator-837.x12")))
                .extracting(StructureFinding::place)
                .containsExactlyInAnyOrder("BHT", "1000A NM1", "1000B NM1", "2000A HL");
    }
}
