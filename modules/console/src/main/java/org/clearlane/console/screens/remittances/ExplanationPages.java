package org.clearlane.console.screens.remittances;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.MoneyMeans;
import org.clearlane.console.web.Pages;
import org.clearlane.explanation.ExplanationPage;
import org.clearlane.pipeline.explaining.ExplainRemittance;
import org.clearlane.store.people.AuditTrail.Outcome;

/** A practice's own part of a remittance, as the page and the PDF that people print. Each look is in the audit trail. */
final class ExplanationPages {

    private final Desk desk;
    private final MoneyMeans money;
    private final String policy;

    ExplanationPages(Desk desk, MoneyMeans money) {
        this.desk = desk;
        this.money = money;
        this.policy = "default-src 'none'; style-src 'sha256-" + styleHash() + "'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'";
    }

    /** The page brings its own style, always the same: that one is let through, and no other. */
    private String styleHash() {
        StringWriter empty = new StringWriter();
        try {
            ExplanationPage page = new ExplanationPage(empty, money.labels());
            page.begin();
            page.finish();
            String text = empty.toString();
            String style = text.substring(text.indexOf("<style>") + "<style>".length(), text.indexOf("</style>"));
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void page(Context context, Visitor visitor) throws IOException {
        Optional<String> key = key(context, visitor, "page");
        if (key.isEmpty()) {
            return;
        }
        Pages.protect(context);
        context.header("Content-Security-Policy", policy).contentType("text/html; charset=utf-8");
        try (InputStream x12 = money.archive().open(key.get());
                Writer out = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8)) {
            ExplainRemittance.page(x12, out, money.labels());
        }
    }

    void pdf(Context context, Visitor visitor) throws IOException {
        String id = context.pathParam("id");
        Optional<String> key = key(context, visitor, "pdf");
        if (key.isEmpty()) {
            return;
        }
        java.io.ByteArrayOutputStream document = new java.io.ByteArrayOutputStream();
        boolean written;
        try (InputStream x12 = money.archive().open(key.get())) {
            written = ExplainRemittance.pdf(x12, document, money.labels());
        }
        if (!written) {
            desk.onTo(
                    context,
                    "/remittances/" + id,
                    "It is too long for one PDF. Open it as a page, or use the CSV in your mailbox.");
            return;
        }
        context.contentType("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"explanation-" + id + ".pdf\"")
                .result(document.toByteArray());
    }

    private Optional<String> key(Context context, Visitor visitor, String form) {
        String id = context.pathParam("id");
        String practice = visitor.readablePractice();
        Optional<String> key = desk.reads().of(practice, connection -> new RemittanceReading(connection, money.labels())
                .explanation(id, practice));
        if (key.isEmpty()) {
            desk.nothingHere(context, visitor, id);
        } else {
            desk.ledger()
                    .run(tx ->
                            AccessAudit.write(tx, visitor, practice, "remittance.explanation", id, Outcome.SEEN, form));
        }
        return key;
    }
}
