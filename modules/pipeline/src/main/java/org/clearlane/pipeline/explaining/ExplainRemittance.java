package org.clearlane.pipeline.explaining;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.explanation.ExplanationPage;
import org.clearlane.explanation.ExplanationPdf;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.remittance.RemittanceVerdict;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.SetEnd;

/** Explains kept bytes of an 835, a claim at a time: what was billed, why less was paid, who bears the rest. */
public final class ExplainRemittance {

    private ExplainRemittance() {}

    /** As a page; see {@link ExplanationPage}. */
    public static void page(InputStream x12, Writer out, AdjustmentLabels labels) throws IOException {
        ExplanationPage page = new ExplanationPage(out, labels);
        page.begin();
        read(x12, new Target(page::payment, page::claim, page::end));
        page.finish();
    }

    /** As a PDF; false, with nothing written, where it is too long for one. */
    public static boolean pdf(InputStream x12, OutputStream out, AdjustmentLabels labels) throws IOException {
        try (ExplanationPdf pdf = new ExplanationPdf(labels)) {
            read(x12, new Target(pdf::payment, pdf::claim, pdf::end));
            return pdf.write(out);
        }
    }

    private static void read(InputStream x12, Target target) throws IOException {
        try {
            RemittanceReader.read(x12, new Telling(target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What both forms are told. */
    private record Target(OfPayment payment, OfClaim claim, OfEnd end) {}

    private interface OfPayment {
        void tell(PaymentHeader header) throws IOException;
    }

    private interface OfClaim {
        void tell(ClaimPayment claim, boolean readable) throws IOException;
    }

    private interface OfEnd {
        void tell(List<ProviderAdjustment> adjustments, RemittanceVerdict verdict, List<String> warnings)
                throws IOException;
    }

    private static final class Telling implements RemittanceListener {

        private final Target target;
        private RemittanceBalance balance;
        private boolean readable = true;

        Telling(Target target) {
            this.target = target;
        }

        private interface Action {
            void run() throws IOException;
        }

        private static void tell(Action action) {
            try {
                action.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void opened(RemittanceHead head) {
            balance = new RemittanceBalance(head.payment());
            tell(() -> target.payment().tell(head.payment()));
        }

        @Override
        public void group(ClaimGroup group) {
            balance.summary(group.summary());
        }

        @Override
        public void claim(ClaimPayment claim, List<Finding> problems) {
            balance.add(claim);
            tell(() -> target.claim().tell(claim, problems.stream().noneMatch(Finding::isError)));
        }

        @Override
        public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {
            List<String> warnings = new ArrayList<>();
            if (!readable) {
                warnings.add("Not all of it could be read; an amount that could not counts as 0.00 above.");
            }
            if (!end.isWhole()) {
                warnings.add("It was cut short: claims may be missing.");
            }
            readable = true;
            tell(() -> target.end().tell(providerAdjustments, balance.close(providerAdjustments), warnings));
        }

        @Override
        public void problem(Finding finding) {
            readable &= !finding.isError();
        }
    }
}
