package org.clearlane.console.screens.proof;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Downloads;
import org.clearlane.console.web.Screen;
import org.clearlane.explanation.FilingProof;
import org.clearlane.explanation.FilingProofPdf;
import org.clearlane.pipeline.proof.TimelyFiling;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.FilingEvidence;
import org.clearlane.store.people.AuditTrail.Outcome;

/** Proof of timely filing. */
public final class ProofScreen implements Screen {

    private final Desk desk;
    private final Archive archive;

    public ProofScreen(Desk desk, Archive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/claims/{id}/proof.pdf", desk.phi(this::proof));
    }

    private void proof(Context context, Visitor visitor) throws IOException {
        String id = context.pathParam("id");
        Optional<FilingProof> proof = desk.reads().of(visitor.readablePractice(), theirs -> desk.reads()
                .flows(everything -> new TimelyFiling(new FilingEvidence(theirs, everything), archive)
                        .of(id, desk.ledger().clock().instant())));
        if (proof.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        desk.ledger()
                .run(tx -> AccessAudit.write(
                        tx, visitor, visitor.readablePractice(), "claim.proof", id, Outcome.SEEN, ""));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        FilingProofPdf.write(proof.get(), pdf);
        // Our number, not the practice's: a name of a file is no place for what belongs to a patient.
        Downloads.head(context, "proof-of-timely-filing-" + id + ".pdf", "application/pdf");
        context.result(pdf.toByteArray());
    }
}
