package org.clearlane.pipeline.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clearlane.explanation.FilingProof;
import org.clearlane.explanation.FilingProofPdf;
import org.clearlane.pipeline.proof.TimelyFiling;
import org.clearlane.store.ledger.FilingEvidence;
import org.junit.jupiter.api.Test;

/** What an appeals desk gets to read. The PDF's own text is asked, blanks and line ends aside. */
class TimelyFilingTest extends AnsweredInterchange {

    private FilingProof proof(String number) {
        String claim = town.claimId(number);
        return town.ledger()
                .transact(tx -> new TimelyFiling(new FilingEvidence(tx.connection(), tx.connection()), town.archive())
                        .of(claim, tx.now())
                        .orElseThrow());
    }

    private String text(String number) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        FilingProofPdf.write(proof(number), pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document).replaceAll("\\s+", "");
        }
    }

    private static String tight(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void tellsTheWholeWayWithNumbersCodesAndSegments() throws IOException {
        town.answer("northwind", town.ta1(1, "A", "000"));
        town.answer("northwind", functional(1, "AK2*837*0001~IK5*A~AK2*837*0002~IK5*A~", "A*2*2*2"));
        town.answer(
                "northwind",
                claimStatus(1, status("LFC-1", "A2:20:PR", "101", d9("LFC-1")) + other("LFC-2", "A7:562:85", "102")));

        String text = text("LFC-1");

        assertThat(text)
                .contains(
                        tight("The claim was handed to the payer on 2026-09-23 "),
                        tight("The payer accepted it into adjudication"),
                        tight("Patient ZZTEST, JANE"),
                        tight("Charge $101.00"),
                        tight("interchange ISA13 000000001, group GS06 1, set ST02 0001"),
                        town.one("select sha256 from outbound_interchanges where id = ?", id),
                        town.one(
                                "select f.sha256 from files f join claims c on c.file_id = f.id where c.id = ?",
                                town.claimId("LFC-1")))
                .contains("CLM*LFC-1*101", "REF*D9*" + d9("LFC-1"), "TA1*000000001*260923*1401*A*000~")
                .contains(
                        "AK2*837*0001~",
                        "IK5*A~",
                        "TRN*2*LFC-1~",
                        "STC*A2:20:PR*20260924*WQ*101~",
                        "REF*1K*PAYERSLFC-1~")
                .contains(
                        tight("have the same SHA-256 as on that day"),
                        tight("interchange taken"),
                        tight("set accepted"));
        assertThat(text)
                .as("nothing of other claims in the same file, batch and answer")
                .doesNotContain("LFC-2", "LFC-3", "LFC-4", "A7:562", "AK2*837*0002", d9("LFC-2"), "PAYERSLFC-2");
        assertThat(text).doesNotContain(tight("What is not there"));
    }

    private String other(String number, String status, String charge) {
        return org.clearlane.pipeline.PayerAnswers.claim(5, number, status, charge, d9(number));
    }

    @Test
    void saysWhatIsNotThereInsteadOfPretending() throws IOException {
        assertThat(text("LFC-1"))
                .contains(
                        tight("The payer has not said that it accepted the claim."),
                        tight("What is not there"),
                        tight("The payer sent no TA1 about this interchange."),
                        tight("No 999 of the payer about this set has come."),
                        tight("No 277CA of the payer about this claim has come"));
    }

    @Test
    void takesNoReceiptForAnAcceptance() throws IOException {
        town.answer("northwind", claimStatus(1, status("LFC-1", "A1:19:PR", "101", d9("LFC-1"))));

        assertThat(text("LFC-1"))
                .contains(tight("The payer has not said that it accepted the claim."))
                .doesNotContain(tight("accepted it into adjudication"));
    }

    @Test
    void provesNothingForAClaimThatWasNeverSent() throws IOException {
        town.submit(
                "lakeside",
                town.file().control(2).payer("ZZP99").claim("LFC-9", 132).bytes());

        assertThat(text("LFC-9"))
                .contains(
                        tight("This is no proof of filing"),
                        tight("The claim was not sent to a payer. Nothing here shows a filing."));
        assertThat(proof("LFC-9").proven()).isFalse();
    }

    @Test
    void noticesBytesThatChanged() throws IOException {
        Path kept = town.archive().path(town.one("select archive_key from outbound_interchanges where id = ?", id));
        byte[] before = Files.readAllBytes(kept);
        kept.toFile().setWritable(true);
        Files.write(
                kept,
                new String(before, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .replace("MADISON", "MADISOM")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        assertThat(text("LFC-1")).contains(tight("Kept bytes have changed since"));
    }
}
