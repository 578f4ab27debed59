package org.clearlane.app.remit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearlane.app.Main;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.app.serve.ServiceConfig;
import org.clearlane.model.Money;
import org.clearlane.pipeline.posting.AcceptRemittance;
import org.clearlane.pipeline.posting.Acceptance;
import org.clearlane.pipeline.posting.PostRemittances;
import org.clearlane.pipeline.posting.PracticeParts;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.people.AuditTrail;
import org.clearlane.store.people.AuditTrail.Deed;
import org.clearlane.store.people.AuditTrail.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lets a remittance count that is held because it does not add up, by somebody's word. */
@Command(
        name = "accept",
        description = {
            "Lets a held remittance count with its difference. What nothing explains becomes the part that belongs to",
            "nobody, on the worklist; the word stands in the ledger and in the audit trail under your name."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it counts now",
            "1:it does not, and nothing was changed; the reason is told",
            "2:the difference is no amount",
            "3:something of ours failed"
        })
final class RemitsAcceptCommand implements Callable<Integer> {

    @ParentCommand
    private RemitsCommand parent;

    @Parameters(paramLabel = "ID", description = "era_…")
    private String id;

    @Option(
            names = "--difference",
            paramLabel = "AMOUNT",
            required = true,
            description = "what it is off by, as remits show says it: typed to show that it was read")
    private String difference;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why it counts all the same")
    private String reason;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<Money> amount = Money.parse(difference.replace("$", "").replace(",", ""));
        if (amount.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("clearlane remits accept: " + difference + " is no amount, such as 1.00");
            return Main.USAGE;
        }
        Path config = parent.config();
        Profiles profiles = OfflineProfiles.load(config);
        String us = ServiceConfig.load(config.resolve("application.yaml")).id();
        String actor = System.getProperty("user.name");
        Acceptance outcome = parent.access()
                .with((ledger, archive) -> ledger.transact(tx -> {
                    PracticeParts parts = new PracticeParts(profiles, archive, JudgementParts.labels(config), us);
                    Acceptance done = new AcceptRemittance(
                                    profiles, archive, new PostRemittances(profiles, archive, parts))
                            .accept(tx, new AcceptRemittance.Word(id, amount.get(), reason, actor, null));
                    AuditTrail.write(
                            tx,
                            new Deed(
                                    actor,
                                    "COMMAND",
                                    null,
                                    "remittance.accept",
                                    id,
                                    done instanceof Acceptance.Accepted ? Outcome.DONE : Outcome.REFUSED,
                                    done instanceof Acceptance.Refused refused
                                            ? refused.why().name()
                                            : "difference of " + amount.get(),
                                    ""));
                    return done;
                }));
        return tell(outcome);
    }

    private int tell(Acceptance outcome) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json) {
            JsonGenerator writer =
                    new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            writer.writeStartObject();
            writer.writeStringField("held", id);
            writer.writeBooleanField("accepted", outcome instanceof Acceptance.Accepted);
            switch (outcome) {
                case Acceptance.Accepted done -> {
                    writer.writeStringField("countsAs", done.remittanceId());
                    writer.writeStringField("difference", done.difference().toString());
                }
                case Acceptance.Refused refused -> {
                    writer.writeStringField("why", refused.why().name());
                    writer.writeStringField("detail", refused.inWords());
                }
            }
            writer.writeEndObject();
            writer.close();
            out.println();
            out.flush();
        }
        switch (outcome) {
            case Acceptance.Accepted done -> {
                err.println(id + " counts as " + done.remittanceId() + " with a difference of " + done.difference());
                return 0;
            }
            case Acceptance.Refused refused -> {
                err.println("clearlane remits accept: " + refused.inWords());
                return Main.JUDGED_BAD;
            }
        }
    }
}
