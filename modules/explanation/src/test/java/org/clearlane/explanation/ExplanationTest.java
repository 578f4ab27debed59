package org.clearlane.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class ExplanationTest {

    /** Names and numbers as somebody would send them who wants to get out of the page. */
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "</style><h1>Pay here</h1>",
            "&lt;&#60;]]><!--",
            "${7*7} #{7*7} @raw !{evil}",
            "file:///etc/passwd",
            "\u202Egnp.exe \u0007\u0000",
            "'Ж ünï \uD83D\uDE00 中");

    static Stream<String> samples() throws IOException {
        try (Stream<Path> all = Files.list(Explained.ROOT.resolve("samples/835"))) {
            return all.map(each -> each.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static String hostile(String text) {
        String name = text.replace("~", "").replace("*", "x");
        return """
                ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260131*1200*|*00501*000000001*0*P*:~
                GS*HP*PAYER*PRACTICE*20260131*1200*1*X*005010X221A1~ST*835*0001~
                BPR*I*80*C*ACH*CCP*01*999999992*DA*1*1512345678**01*999988880*DA*2*20260131~TRN*1*%1$s*1512345678~
                N1*PR*%1$s~N1*PE*%1$s*XX*1999999018~LX*1~CLP*%1$s*1*100*80*0*12*%1$s*11~CAS*CO*%2$s*5~NM1*QC*1*%1$s*%1$s~
                SVC*HC:%2$s*95*80**1~DTM*472*20260101~CAS*PR*%2$s*15~LQ*HE*%2$s~PLB*%1$s*20261231*WO:%2$s*0~SE*15*0001~
                GE*1*1~IEA*1*000000001~"""
                .formatted(name, name.replace(":", "").replace("|", ""));
    }

    private static Document parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        try {
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(html.getBytes("UTF-8")));
        } catch (SAXException e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<BufferedImage> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(renderer.renderImageWithDPI(i, 60));
            }
            return pages;
        }
    }

    private static List<Adjustment> adjustments(ClaimPayment claim) {
        List<Adjustment> all = new ArrayList<>(claim.adjustments());
        claim.lines().forEach(line -> all.addAll(line.adjustments()));
        return all;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void pageAndPdfShowEveryClaimLineAndAdjustment(String sample) throws Exception {
        List<RemittanceDocument> documents = Explained.sample(sample);

        String page = parsed(Explained.html(documents)).getDocumentElement().getTextContent();
        byte[] pdf = Explained.pdf(documents);
        String onPaper = text(pdf);

        for (String shown : List.of(page, onPaper)) {
            for (RemittanceDocument document : documents) {
                assertThat(shown).contains(document.head().payment().trace());
                for (ClaimPayment claim : document.claims()) {
                    assertThat(shown)
                            .contains(claim.patientControlNumber(), claim.charge().toString(), claim.paid().toString());
                    claim.lines().forEach(line -> assertThat(shown).contains(line.procedure(), line.paid().toString()));
                    adjustments(claim).forEach(each -> assertThat(shown).containsPattern(
                            each.code() + "\\s*" + each.amount().toString().replace(".", "\\.")));
                }
                document.providerAdjustments().forEach(each -> assertThat(shown)
                        .contains(each.reason(), each.amount().toString().replace("-", "")));
            }
            assertThat(shown).contains("Everything adds up, to the cent.").doesNotContain("No label for");
        }
        assertThat(onPaper).contains("Page 1 of " + pages(pdf).size());
    }

    @Test
    void pdfIsDrawnAndNotOnlyText() throws IOException {
        byte[] pdf = Explained.pdf(Explained.sample("partial-denial-co45"));

        BufferedImage first = pages(pdf).getFirst();

        int ink = 0;
        int blue = 0;
        for (int y = 0; y < first.getHeight(); y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                int rgb = first.getRGB(x, y) & 0xFFFFFF;
                ink += (rgb >> 16 & 0xFF) < 0x80 ? 1 : 0;
                blue += (rgb & 0xFF) - (rgb >> 16 & 0xFF) > 0x20 ? 1 : 0;
            }
        }
        // Letter at 60 dpi is 510 by 660 dots; text covers some hundredths of it, and headings are blue.
        assertThat(first.getWidth()).isEqualTo(510);
        assertThat(ink).isBetween(2_000, 60_000);
        assertThat(blue).isGreaterThan(100);
        String folder = System.getProperty("clearlane.pictures");
        if (folder != null) {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 100);
                ImageIO.write(picture, "png", Path.of(folder, "explanation.png").toFile());
            }
        }
    }

    @Test
    void pdfIsTaggedNamedAndInEnglish() throws IOException {
        try (PDDocument document = Loader.loadPDF(Explained.pdf(Explained.sample("clean-paid")))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Explanation of payment");
        }
    }

    @Test
    void longPdfIsSetInPiecesWithAllClaimsAndPagesNumberedOn() throws IOException {
        List<RemittanceDocument> documents = Explained.sample("several-payees");

        byte[] pdf = Explained.pdf(documents, 2);

        String shown = text(pdf);
        int pages = pages(pdf).size();
        assertThat(pages).isGreaterThan(2);
        for (int page = 1; page <= pages; page++) {
            assertThat(shown).contains("Page " + page);
        }
        assertThat(shown).doesNotContain("Page 1 of");
        documents.forEach(document -> document.claims()
                .forEach(claim -> assertThat(shown).contains(claim.patientControlNumber())));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Explanation of payment");
        }
    }

    @Test
    void tooLongPdfIsRefusedAndNothingWritten() throws IOException {
        ClaimPayment claim =
                Explained.sample("clean-paid").getFirst().claims().getFirst();
        try (ExplanationPdf pdf = new ExplanationPdf(Explained.labels(), Integer.MAX_VALUE)) {
            for (int lines = 0; lines <= ExplanationPdf.MOST_LINES; lines += claim.lines().size()) {
                pdf.claim(claim, true);
            }
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();

            assertThat(pdf.isTooLong()).isTrue();
            assertThat(pdf.write(out)).isFalse();
            assertThat(out.size()).isZero();
        }
    }

    static List<String> hostileTexts() {
        return HOSTILE;
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void hostileTextIsShownAsTextAndDoesNothing(String text) throws Exception {
        List<RemittanceDocument> documents = Explained.documents(hostile(text));
        assertThat(documents).hasSize(1);
        assertThat(documents.getFirst().claims()).hasSize(1);

        Document page = parsed(Explained.html(documents));

        for (String tag : List.of("script", "img", "a", "iframe", "object", "link")) {
            assertThat(page.getElementsByTagName(tag).getLength()).as(tag).isZero();
        }
        assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
        String shown = page.getDocumentElement().getTextContent();
        assertThat(shown).contains(Views.clean(documents.getFirst().head().payment().trace()));
        byte[] pdf = Explained.pdf(documents);
        assertThat(text(pdf)).contains("Explanation of payment", "80.00");
        assertThat(pages(pdf)).isNotEmpty();
    }

    @Test
    void pageOfAnUnbalancedPaymentSaysSo() throws IOException {
        String text = Files.readString(Explained.ROOT.resolve("samples/835/clean-paid/input.edi"))
                .replaceFirst("BPR\\*I\\*250\\.25", "BPR*I*250.26");

        assertThat(Explained.html(Explained.documents(text))).contains("It does not add up.");
    }
}
