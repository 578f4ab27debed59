package org.clearlane.app.remit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RemittanceText;
import picocli.CommandLine.Help.Ansi;

/** For people: every claim in words, every balance as arithmetic. */
final class TextExplanation implements Explanation {

    private final Writer out;
    private final Ansi ansi;
    private final RemittanceText text;
    private boolean first = true;

    TextExplanation(Writer out, AdjustmentLabels labels, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
        this.text = new RemittanceText(new Coloured(out, ansi), labels);
    }

    @Override
    public void payment(PaymentHeader header) throws IOException {
        if (!first) {
            out.write("\n");
        }
        first = false;
        text.payment(header);
    }

    @Override
    public void kept(KeptSegment segment) throws IOException {
        text.kept(segment);
    }

    @Override
    public void claim(ClaimPayment claim, boolean balanced) throws IOException {
        text.claim(claim);
    }

    @Override
    public void end(List<ProviderAdjustment> providerAdjustments, PaymentVerdict verdict) throws IOException {
        text.end(providerAdjustments, verdict.sums());
        if (!verdict.readable()) {
            wrong("  ! Not all of it could be read; an amount that could not counts as 0.00 above.");
        }
        if (!verdict.whole()) {
            wrong("  ! It was cut short: claims may be missing.");
        }
    }

    @Override
    public void end(RemitVerdict verdict) throws IOException {
        if (verdict.payments() == 0) {
            return;
        }
        out.write("\n");
        if (!verdict.whole()) {
            wrong("The file was cut short: payments behind the last one may be missing.");
        }
        String all = verdict.payments() == 1 ? "1 payment" : verdict.payments() + " payments";
        int bad = verdict.payments() - verdict.balanced();
        out.write(
                bad == 0
                        ? ansi.string("@|green " + all + ", balanced to the cent.|@") + "\n"
                        : ansi.string("@|red " + all + ", " + bad + " not in balance.|@") + "\n");
    }

    private void wrong(String line) throws IOException {
        out.write(ansi.string("@|red " + line + "|@") + "\n");
    }

    /** Lights up what does not add up; the sign before it says the same without colour. */
    private record Coloured(Writer out, Ansi ansi) implements Appendable {

        private static final String RED = "\u001b[31m";
        private static final String BOLD = "\u001b[1m";
        private static final String PLAIN = "\u001b[0m";

        @Override
        public Appendable append(CharSequence line) throws IOException {
            String text = line.toString();
            boolean wrong = text.stripLeading().startsWith("! ");
            boolean heading = text.startsWith("Payment ");
            if (ansi.enabled() && (wrong || heading)) {
                out.append(wrong ? RED : BOLD).append(text).append(PLAIN);
            } else {
                out.append(text);
            }
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            return append(text.subSequence(start, end));
        }

        @Override
        public Appendable append(char c) throws IOException {
            out.append(c);
            return this;
        }
    }
}
