package org.clearlane.explanation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.remittance.RemittanceVerdict;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.clearlane.transactions.t835.RemittanceReader;

/** An 835 read and explained, as the command does it. */
final class Explained {

    static final Path ROOT = Path.of(System.getProperty("clearlane.root"));

    private Explained() {}

    static AdjustmentLabels labels() throws IOException {
        try (Reader table = Files.newBufferedReader(ROOT.resolve("config/codesets/adjustment-labels.tsv"))) {
            return AdjustmentLabels.load(table);
        }
    }

    static List<RemittanceDocument> sample(String name) throws IOException {
        return documents(Files.readAllBytes(ROOT.resolve("samples/835/" + name + "/input.edi")));
    }

    static List<RemittanceDocument> documents(String text) throws IOException {
        return documents(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<RemittanceDocument> documents(byte[] bytes) throws IOException {
        return RemittanceReader.readAll(new ByteArrayInputStream(bytes)).documents();
    }

    private static RemittanceVerdict verdict(RemittanceDocument document) {
        RemittanceBalance balance = new RemittanceBalance(document.head().payment());
        document.claims().forEach(balance::add);
        return balance.close(document.providerAdjustments());
    }

    static String html(List<RemittanceDocument> documents) throws IOException {
        StringWriter out = new StringWriter();
        ExplanationPage page = new ExplanationPage(out, labels());
        page.begin();
        for (RemittanceDocument document : documents) {
            page.payment(document.head().payment());
            for (ClaimPayment claim : document.claims()) {
                page.claim(claim, true);
            }
            page.end(document.providerAdjustments(), verdict(document), List.of());
        }
        page.finish();
        return out.toString();
    }

    static byte[] pdf(List<RemittanceDocument> documents) throws IOException {
        return pdf(documents, ExplanationPdf.LINES_IN_ONE);
    }

    static byte[] pdf(List<RemittanceDocument> documents, int linesInOne) throws IOException {
        try (ExplanationPdf pdf = new ExplanationPdf(labels(), linesInOne)) {
            return pdf(documents, pdf);
        }
    }

    private static byte[] pdf(List<RemittanceDocument> documents, ExplanationPdf pdf) throws IOException {
        for (RemittanceDocument document : documents) {
            pdf.payment(document.head().payment());
            for (ClaimPayment claim : document.claims()) {
                pdf.claim(claim, true);
            }
            pdf.end(document.providerAdjustments(), verdict(document), List.of());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!pdf.write(out)) {
            throw new IllegalStateException("too long");
        }
        return out.toByteArray();
    }
}
