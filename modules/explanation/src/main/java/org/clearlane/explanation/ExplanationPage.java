package org.clearlane.explanation;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RemittanceVerdict;

/**
 * Writes an explanation of payment as a page, a claim at a time, in memory that does not grow with it. Whatever a payer
 * put into a name or a number is escaped for where it stands. {@link #begin}, then for each payment {@link #payment},
 * {@link #claim} and {@link #end}, then {@link #finish}. For one page and one thread.
 */
public final class ExplanationPage {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.clearlane.explanation.page");

    /** What opens here is closed at the end, with a page's worth of templates between. */
    private static final String OPENING =
            "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n";

    private static final String CLOSING = "</main>\n</body>\n</html>\n";

    /** What it is for, as its title. */
    static final String TITLE = "Explanation of payment";

    /** Where it is read. */
    enum Medium {
        /** A browser, which may print it. */
        SCREEN,
        /** One document on paper. */
        PAPER,
        /** A part of a document on paper, of which nobody knows yet how many pages it will have. */
        PIECE
    }

    private final Writer out;
    private final Views views;
    private int payments;
    private int claims;

    /** @param out gets well-formed XHTML, in UTF-8 where it is made bytes; not closed here */
    public ExplanationPage(Writer out, AdjustmentLabels labels) {
        this(out, new Views(labels));
    }

    private ExplanationPage(Writer out, Views views) {
        this.out = out;
        this.views = views;
    }

    /** Where the next piece of the same document goes: its claims are numbered on. */
    ExplanationPage nextPiece(Writer next) {
        ExplanationPage piece = new ExplanationPage(next, views);
        piece.payments = payments;
        piece.claims = claims;
        return piece;
    }

    /** The page begins. */
    public void begin() throws IOException {
        open(out, Medium.SCREEN);
    }

    /** What stands before the first payment. */
    static void open(Writer out, Medium medium) throws IOException {
        out.write(OPENING);
        render(
                out,
                "head.jte",
                Map.of("title", TITLE, "screen", medium == Medium.SCREEN, "whole", medium != Medium.PIECE));
        out.write("<body>\n<main>\n");
    }

    /** A payment begins. */
    public void payment(PaymentHeader header) throws IOException {
        render("payment.jte", Map.of("view", views.payment(header), "first", payments++ == 0));
    }

    /**
     * One claim of the payment.
     *
     * @param readable whether every amount in it could be read
     */
    public void claim(ClaimPayment claim, boolean readable) throws IOException {
        render("claim.jte", Map.of("view", views.claim(++claims, claim, readable)));
    }

    /**
     * The payment ends.
     *
     * @param warnings what could not be read, or is missing, in whole sentences
     */
    public void end(List<ProviderAdjustment> adjustments, RemittanceVerdict verdict, List<String> warnings)
            throws IOException {
        render("closing.jte", Map.of("view", views.closing(adjustments, verdict, warnings)));
    }

    /** The page ends. */
    public void finish() throws IOException {
        close(out);
        out.flush();
    }

    /** What stands behind the last payment. */
    static void close(Writer out) throws IOException {
        out.write(CLOSING);
    }

    private void render(String template, Map<String, Object> values) throws IOException {
        render(out, template, values);
    }

    private static void render(Writer out, String template, Map<String, Object> values) throws IOException {
        try {
            TEMPLATES.render(template, values, new WriterOutput(out));
        } catch (gg.jte.TemplateException | UncheckedIOException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
