package org.clearlane.explanation;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Sets a {@link FilingProof} as a PDF: tagged, numbered, its fonts embedded, nothing fetched from anywhere. */
public final class FilingProofPdf {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.clearlane.explanation.page");

    private FilingProofPdf() {}

    public static void write(FilingProof proof, OutputStream out) throws IOException {
        StringOutput page = new StringOutput();
        TEMPLATES.render("proof.jte", Map.of("proof", proof.clean()), page);
        PdfSheets.set(page.toString(), out, true, 1);
    }
}
