package org.clearlane.explanation;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** XHTML of ours set as PDF, its font embedded, with nothing fetched whatever a name in it looks like. */
final class PdfSheets {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfSheets() {}

    /** How many pages it came to. */
    static int set(String html, OutputStream out, boolean tagged, int firstPage) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(tagged);
        builder.useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans");
        // Nothing outside is ever fetched, whatever a name looks like.
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withProducer("Clearlane");
        builder.useInitialPageNumber(firstPage);
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            int count = renderer.getRootBox().getLayer().getPages().size();
            renderer.createPDF();
            return count;
        }
    }
}
