package org.clearlane.transactions.t837;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.transactions.Corpus;
import org.clearlane.transactions.Text;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;
import org.junit.jupiter.api.Test;

class ClaimReaderTest {

    private final List<Claim> claims = new ArrayList<>();
    private final List<ClaimSpans> spans = new ArrayList<>();
    private final ClaimReader reader = new ClaimReader((claim, where) -> {
        claims.add(claim);
        spans.add(where);
    });

    private void read(String file) {
        Loops.read(Text.bytes(file), reader);
    }

    @Test
    void tellsEveryClaimOnceInOrder() {
        read(ProfessionalSamples.file());

        assertThat(claims).extracting(Claim::patientControlNumber).containsExactly("A-1", "B-2", "C-3", "D-4");
    }

    @Test
    void readsTheFactsOfAClaim() {
        read(ProfessionalSamples.file());
        Claim claim = claims.getFirst();

        assertThat(claim.charge()).isEqualTo(Money.of("150.50"));
        assertThat(claim.placeOfService()).isEqualTo("11");
        assertThat(claim.facilityQualifier()).isEqualTo("B");
        assertThat(claim.frequency()).isEqualTo("1");
        assertThat(claim.payerClaimNumber()).as("REF*F8 of 2300, not of 2330B").isEqualTo("OLD123");
        assertThat(claim.transactionType()).isEqualTo("CH");
        assertThat(claim.diagnoses())
                .containsExactly(new Diagnosis("ABK", "J0190", 27, 1), new Diagnosis("ABF", "R05", 27, 2));
        assertThat(claim.dates()).hasSize(1);
        assertThat(claim.references()).extracting(r -> r.qualifier()).containsExactly("G1", "F8");
        assertThat(claim.otherProviders())
                .extracting(p -> p.loop() + " " + p.line() + " " + p.role() + " " + p.id())
                .containsExactly("2310A 0 DN 1993999998", "2310B 0 82 1245319599", "2420A 1 82 1518999994");
    }

    @Test
    void readsTheFactsOfALine() {
        read(ProfessionalSamples.file());
        ServiceLine line = claims.getFirst().lines().getFirst();

        assertThat(line.number()).isEqualTo(1);
        assertThat(line.qualifier()).isEqualTo("HC");
        assertThat(line.procedure()).isEqualTo("99213");
        assertThat(line.modifiers()).containsExactly("25", "GT");
        assertThat(line.charge()).isEqualTo(Money.of("100.5"));
        assertThat(line.unit()).isEqualTo("UN");
        assertThat(line.quantity()).isEqualTo("1");
        assertThat(line.placeOfService()).isEqualTo("11");
        assertThat(line.pointers()).containsExactly("1", "2");
        assertThat(line.serviceDate().value()).isEqualTo("20260105");
        assertThat(line.references()).extracting(r -> r.value()).containsExactly("LINE-1");
        assertThat(claims.getFirst().lines()).hasSize(2);
    }

    @Test
    void knowsWhoTheClaimIsAbout() {
        read(ProfessionalSamples.file());
        Claim direct = claims.getFirst();

        assertThat(direct.billingProvider().npi()).isEqualTo("1234567893");
        assertThat(direct.billingProvider().taxId()).isEqualTo("123456789");
        assertThat(direct.subscriber().memberId()).isEqualTo("MEM001");
        assertThat(direct.subscriber().relationship()).isEqualTo("18");
        assertThat(direct.subscriber().birthDate()).isEqualTo("19800102");
        assertThat(direct.payer().id()).isEqualTo("ALPHA1");
        assertThat(direct.patient()).isNull();

        Claim ofAChild = claims.get(2);
        assertThat(ofAChild.subscriber().memberId()).isEqualTo("MEM002");
        assertThat(ofAChild.subscriber().birthDate()).as("not the one before").isEmpty();
        assertThat(ofAChild.patient().first()).isEqualTo("CARLA");
        assertThat(ofAChild.patient().relationship()).isEqualTo("19");

        Claim ofAnotherProvider = claims.get(3);
        assertThat(ofAnotherProvider.billingProvider().taxIdQualifier()).isEqualTo("SY");
        assertThat(ofAnotherProvider.patient())
                .as("the child was another family's")
                .isNull();
    }

    @Test
    void pointsAtSegmentsByTheirNumberInTheSet() {
        read(ProfessionalSamples.file());

        assertThat(claims.getFirst().position()).as("CLM").isEqualTo(19);
        assertThat(claims.getFirst().subscriber().sbrPosition()).as("SBR").isEqualTo(13);
        assertThat(claims.getFirst().lines().getFirst().lxPosition()).as("LX").isEqualTo(37);
    }

    @Test
    void spansAreTheBytesOfTheLevelsWithoutTheirHl() {
        String file = ProfessionalSamples.file();
        read(file);

        ClaimSpans direct = spans.getFirst();
        assertThat(cut(file, direct.provider())).isEqualTo(Text.file(ProfessionalSamples.PROVIDER));
        assertThat(cut(file, direct.subscriber())).isEqualTo(Text.file(ProfessionalSamples.SUBSCRIBER));
        assertThat(direct.patient()).isNull();
        assertThat(cut(file, direct.claim())).isEqualTo(Text.file(ProfessionalSamples.FULL_CLAIM));

        ClaimSpans second = spans.get(1);
        assertThat(second.subscriber()).isEqualTo(direct.subscriber());
        assertThat(cut(file, second.claim())).isEqualTo(Text.file(ProfessionalSamples.BARE_CLAIM));

        ClaimSpans ofAChild = spans.get(2);
        assertThat(ofAChild.provider()).isEqualTo(direct.provider());
        assertThat(cut(file, ofAChild.subscriber())).isEqualTo(Text.file(ProfessionalSamples.PARENT));
        assertThat(cut(file, ofAChild.patient())).isEqualTo(Text.file(ProfessionalSamples.CHILD));
        assertThat(cut(file, ofAChild.claim())).isEqualTo(Text.file(ProfessionalSamples.CLAIM_WITH_D9));
    }

    private static String cut(String file, Span span) {
        return file.substring((int) span.offset(), (int) span.offset() + span.length());
    }

    @Test
    void spansHoldLineEndsBetweenSegmentsButNotBehindTheLast() {
        String file = ProfessionalSamples.file().replace("~", "~\r\n");
        read(file);

        assertThat(cut(file, spans.get(1).claim()))
                .isEqualTo(Text.file(ProfessionalSamples.BARE_CLAIM)
                        .replace("~", "~\r\n")
                        .stripTrailing());
    }

    @Test
    void keepsASegmentThatMatchedNothingInsideTheClaim() {
        reader.begin(ClaimKind.PROFESSIONAL, false);
        Segment clm = Segment.of("CLM*X*1", Delimiters.USUAL);
        Segment odd = Segment.of("ZZZ*ODD", Delimiters.USUAL);
        reader.segment(clm, "2300", 5);
        reader.segment(odd, "", 6);
        reader.end();

        // Both segments made for this test begin at byte 0, so the span is that of the longer one to end last.
        assertThat(spans.getFirst().claim().length()).isEqualTo(odd.length());
        assertThat(claims).hasSize(1);
    }

    @Test
    void countsAClaimThatHangsUnderNothing() {
        read(Text.ISA + "GS*HC~ST*837*1~CLM*LOST*5~SE*3*1~");

        assertThat(claims).extracting(Claim::patientControlNumber).containsExactly("LOST");
        assertThat(spans.getFirst().provider()).isEqualTo(Span.NONE);
        assertThat(claims.getFirst().billingProvider().npi()).isEmpty();
    }

    @Test
    void tellsTheLastClaimOfASetThatWasCutOff() {
        read(Text.ISA + "GS*HC~ST*837*1~CLM*ONE*5~LX*1~SV1*HC:1*5");

        assertThat(claims).hasSize(1);
        assertThat(claims.getFirst().lines()).hasSize(1);
    }

    @Test
    void chargeThatIsNoAmountIsNull() {
        read(Text.ISA + "GS*HC~ST*837*1~CLM*ONE*1,000~SE*3*1~");

        assertThat(claims.getFirst().charge()).isNull();
    }

    @Test
    void knowsTheHeaderBeforeTheFirstClaim() {
        List<SetHeader> seen = new ArrayList<>();
        ClaimReader[] own = new ClaimReader[1];
        own[0] = new ClaimReader((claim, where) -> seen.add(own[0].header()));
        Loops.read(Text.bytes(ProfessionalSamples.file()), own[0]);

        assertThat(seen.getFirst())
                .isEqualTo(new SetHeader(
                        "0021", "BATCH-77", "CH", "2", "NORTH CLINIC BILLING", "", "SUB123", "CLEARLANE", "CLR001"));
    }

    @Test
    void claimUnderALevelOfUnknownKindIsStillCounted() {
        read(Text.ISA + "GS*HC~ST*837*1~HL*1**20*1~NM1*85*2*X~HL*2*1*77*0~NTE*A*B~CLM*ODD*5~SE*6*1~");

        assertThat(claims).extracting(Claim::patientControlNumber).containsExactly("ODD");
    }

    @Test
    void everyTruncationIsReadWithoutAnException() {
        String file = ProfessionalSamples.file();
        for (int length = 0; length < file.length(); length++) {
            claims.clear();
            read(file.substring(0, length));

            int begun = file.substring(0, length).split("~CLM[*~]", -1).length - 1;
            assertThat(claims.size()).as("cut at " + length).isBetween(begun, begun + 1);
        }
    }

    @Test
    void keepsNoMoreFactsOfOneClaimThanItsLimit() {
        reader.begin(ClaimKind.PROFESSIONAL, false);
        reader.segment(Segment.of("CLM*X*1", Delimiters.USUAL), "2300", 2);
        Segment reference = Segment.of("REF*EA*1", Delimiters.USUAL);
        for (int i = 0; i < ClaimFacts.MOST_FACTS + 500; i++) {
            reader.segment(reference, "2300", 3 + i);
        }
        reader.end();

        assertThat(claims.getFirst().references()).hasSize(ClaimFacts.MOST_FACTS);
    }

    @Test
    void findsEveryClmOfPublicFilesAndItsBytes() throws IOException {
        for (Path file : Corpus.files("837P")) {
            byte[] bytes = Files.readAllBytes(file);
            claims.clear();
            spans.clear();
            Loops.read(bytes, reader);

            assertThat(claims).as(file.toString()).hasSize(claimsInSets(bytes));
            for (ClaimSpans each : spans) {
                int from = (int) each.claim().offset();
                byte[] claim =
                        Arrays.copyOfRange(bytes, from, from + each.claim().length());
                assertThat(new String(claim, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .startsWith("CLM");
            }
        }
    }

    private static int claimsInSets(byte[] bytes) throws IOException {
        int count = 0;
        boolean inSet = false;
        try (X12Reader in = new X12Reader(new java.io.ByteArrayInputStream(bytes))) {
            while (in.next()) {
                Segment s = in.segment();
                inSet = (inSet || s.is("ST")) && !s.is("SE");
                count += inSet && s.is("CLM") ? 1 : 0;
            }
        }
        return count;
    }
}
