package org.clearlane.explanation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.multipdf.PDFMergerUtility.DocumentMergeMode;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RemittanceVerdict;

/**
 * The same page as a PDF, its pages numbered, its font embedded. Up to {@link #LINES_IN_ONE} service lines it is set in one
 * piece and tagged for screen readers. What is longer is set in pieces that are put together, so that memory does not grow
 * with it, and is not tagged: {@link ExplanationPage} is the form of it that can be listened to. More than
 * {@link #MOST_LINES} lines are refused. For one document and one thread.
 */
public final class ExplanationPdf implements AutoCloseable {

    /** As many service lines are set at once. */
    public static final int LINES_IN_ONE = 200;

    /** More service lines than this are refused: nobody reads thousands of pages on paper. */
    public static final int MOST_LINES = 10_000;

    private final int linesInOne;
    private final List<Path> pieces = new ArrayList<>();
    private StringWriter html = new StringWriter();
    private ExplanationPage page;
    private int linesInPiece;
    private int lines;
    private int pages;

    public ExplanationPdf(AdjustmentLabels labels) {
        this(labels, LINES_IN_ONE);
    }

    /** @param linesInOne as many service lines are set at once */
    ExplanationPdf(AdjustmentLabels labels, int linesInOne) {
        this.linesInOne = linesInOne;
        this.page = new ExplanationPage(html, labels);
    }

    /** A payment begins. */
    public void payment(PaymentHeader header) throws IOException {
        if (!isTooLong()) {
            page.payment(header);
        }
    }

    /** One claim of the payment; see {@link ExplanationPage#claim}. */
    public void claim(ClaimPayment claim, boolean readable) throws IOException {
        int more = Math.max(1, claim.lines().size());
        lines += more;
        if (isTooLong()) {
            return;
        }
        if (linesInPiece > 0 && linesInPiece + more > linesInOne) {
            endPiece();
        }
        linesInPiece += more;
        page.claim(claim, readable);
    }

    /** The payment ends; see {@link ExplanationPage#end}. */
    public void end(List<ProviderAdjustment> adjustments, RemittanceVerdict verdict, List<String> warnings)
            throws IOException {
        if (!isTooLong()) {
            page.end(adjustments, verdict, warnings);
        }
    }

    /** Whether it holds more than a PDF may. Then nothing is written. */
    public boolean isTooLong() {
        return lines > MOST_LINES;
    }

    private void endPiece() throws IOException {
        // Readable by its owner only: the text is health information.
        Path piece = Files.createTempFile("clearlane-explanation", ".pdf");
        pieces.add(piece);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(piece))) {
            pages += set(out, false);
        }
        html = new StringWriter();
        page = page.nextPiece(html);
        linesInPiece = 0;
    }

    /** Sets it and writes it; false, with nothing written, where it is too long. */
    public boolean write(OutputStream out) throws IOException {
        if (isTooLong()) {
            return false;
        }
        if (pieces.isEmpty()) {
            set(out, true);
            return true;
        }
        endPiece();
        PDFMergerUtility merger = new PDFMergerUtility();
        merger.setDocumentMergeMode(DocumentMergeMode.PDFBOX_LEGACY_MODE);
        for (Path piece : pieces) {
            merger.addSource(piece.toFile());
        }
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(ExplanationPage.TITLE);
        information.setProducer("Clearlane");
        merger.setDestinationDocumentInformation(information);
        merger.setDestinationStream(out);
        merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
        return true;
    }

    /** How many pages it came to. */
    private int set(OutputStream out, boolean tagged) throws IOException {
        StringWriter whole = new StringWriter();
        ExplanationPage.open(whole, tagged ? ExplanationPage.Medium.PAPER : ExplanationPage.Medium.PIECE);
        whole.append(html.getBuffer());
        ExplanationPage.close(whole);
        return PdfSheets.set(whole.toString(), out, tagged, pages + 1);
    }

    @Override
    public void close() throws IOException {
        for (Path piece : pieces) {
            Files.deleteIfExists(piece);
        }
    }
}
