package org.clearlane.app.remit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.clearlane.app.Home;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.app.remit.PostedRemittance.Decision;
import org.clearlane.app.remit.PostedRemittance.Outcome;
import org.clearlane.app.remit.PostedRemittance.Part;
import org.clearlane.app.remit.PostedRemittance.Standing;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger.Tx;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Remittances that payers sent: what they say, whether they balance, and what became of each claim in them. */
@Command(
        name = "remits",
        description = {
            "Lists remittances that came from payers; shows one as sent, with what became of each claim in it; lets one",
            "that is held count."
        },
        mixinStandardHelpOptions = true,
        subcommands = RemitsAcceptCommand.class,
        sortOptions = false)
public final class RemitsCommand {

    private static final int AT_ONCE = 1_000;

    private final Path config;

    @Mixin
    private LedgerAccess access;

    @Spec
    private CommandSpec spec;

    /** For the command line. */
    public RemitsCommand() {
        this(Home.config());
    }

    /** @param config where the words for codes are */
    public RemitsCommand(Path config) {
        this.config = config;
    }

    LedgerAccess access() {
        return access;
    }

    Path config() {
        return config;
    }

    @Command(name = "list", description = "Lists remittances, newest first.", mixinStandardHelpOptions = true)
    Integer list(
            @Option(
                            names = "--state",
                            paramLabel = "S",
                            description = "POSTED, UNBALANCED, ACCEPTED, DUPLICATE or UNREADABLE only")
                    String state,
            @Option(names = "--payer", paramLabel = "ID", description = "of this payer only") String payer,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "at most (default: ${DEFAULT-VALUE})")
                    int limit,
            @Option(names = "--json", description = "for programs") boolean json)
            throws IOException {
        List<Standing> all =
                access.with(ledger -> ledger.transact(tx -> PostedRemittance.list(tx, state, payer, limit)));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonGenerator writer = generator(out);
            writer.writeStartArray();
            for (Standing one : all) {
                writer.writeStartObject();
                fields(writer, one);
                writer.writeEndObject();
            }
            writer.writeEndArray();
            writer.close();
            out.println();
        } else {
            all.forEach(one -> out.println("%s  %-14s %-20s %10s %14s %-4s %-10s %s"
                    .formatted(
                            one.id(),
                            one.payerId(),
                            one.trace(),
                            one.paidOn() == null ? "" : one.paidOn(),
                            one.amount(),
                            one.method(),
                            one.state(),
                            one.problem() != null
                                    ? one.problem()
                                    : one.duplicateOf() == null ? "" : "the same as " + one.duplicateOf())));
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "show",
            description = "Explains one remittance as remit does, and says what became of each claim in it.",
            mixinStandardHelpOptions = true)
    Integer show(
            @Parameters(paramLabel = "ID", description = "era_…, or a trace number (TRN02)") String id,
            @Option(names = "--json", description = "for programs") boolean json) {
        AdjustmentLabels labels = JudgementParts.labels(config);
        Archive archive = access.archive();
        return access.with(ledger -> ledger.transact(tx -> {
            Standing standing = PostedRemittance.find(tx, id)
                    .orElseThrow(() -> new Failure(FailureCode.NOT_FOUND, "there is no remittance " + id));
            PrintWriter out = spec.commandLine().getOut();
            try {
                if (json) {
                    json(tx, archive, labels, standing, out);
                } else {
                    text(tx, archive, labels, standing, out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.flush();
            return 0;
        }));
    }

    private static JsonGenerator generator(PrintWriter out) throws IOException {
        return new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private static void fields(JsonGenerator json, Standing one) throws IOException {
        json.writeStringField("id", one.id());
        json.writeStringField("payer", one.payerId());
        json.writeStringField("trace", one.trace());
        json.writeStringField("payee", one.payee());
        json.writeStringField("amount", one.amount().toString());
        json.writeStringField("date", one.paidOn());
        json.writeStringField("method", one.method());
        json.writeStringField("state", one.state());
        json.writeStringField("difference", one.difference().toString());
        json.writeStringField("problem", one.problem());
        json.writeStringField("duplicateOf", one.duplicateOf());
        json.writeStringField("countsAs", one.countsAs());
        json.writeStringField("acceptedFrom", one.acceptedFrom());
        json.writeStringField("received", one.receivedAt());
    }

    private static void json(Tx tx, Archive archive, AdjustmentLabels labels, Standing standing, PrintWriter out)
            throws IOException, SQLException {
        JsonGenerator json = generator(out);
        json.writeStartObject();
        fields(json, standing);
        json.writeArrayFieldStart("parts");
        for (Part part : PostedRemittance.parts(tx, standing.id())) {
            json.writeStartObject();
            json.writeStringField("practice", part.practice());
            json.writeStringField("amount", part.amount().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("decisions");
        for (Decision decision : PostedRemittance.decisions(tx, standing.id())) {
            json.writeStartObject();
            json.writeStringField("at", decision.at());
            json.writeStringField("kind", decision.kind());
            json.writeStringField("by", decision.actor());
            json.writeStringField("reason", decision.reason());
            json.writeStringField("detail", decision.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("outcomes");
        int behind = 0;
        for (List<Outcome> some = outcomes(tx, standing, behind); !some.isEmpty(); ) {
            for (Outcome outcome : some) {
                json.writeStartObject();
                json.writeNumberField("ordinal", outcome.ordinal());
                json.writeStringField("patientControlNumber", outcome.patientControlNumber());
                json.writeStringField("practice", outcome.practice());
                json.writeStringField("claim", outcome.claimId());
                json.writeStringField("outcome", outcome.outcome());
                json.writeStringField("matchedBy", outcome.matchedBy());
                json.writeStringField("paid", outcome.paid().toString());
                json.writeStringField("lines", outcome.lines());
                json.writeEndObject();
                behind = outcome.ordinal();
            }
            some = outcomes(tx, standing, behind);
        }
        json.writeEndArray();
        json.writeFieldName("remittance");
        boolean balanced =
                !standing.state().equals("UNREADABLE") && standing.difference().isZero();
        explain(archive, standing, new JsonExplanation(json, standing.file(), balanced, labels));
        json.writeEndObject();
        json.close();
        out.println();
    }

    private static List<Outcome> outcomes(Tx tx, Standing standing, int behind) throws SQLException {
        return PostedRemittance.outcomes(tx, standing.id(), behind, AT_ONCE);
    }

    private static void explain(Archive archive, Standing standing, Explanation explanation) throws IOException {
        try (InputStream in = archive.open(standing.archiveKey())) {
            RemittanceReading.read(in, new OnePayment(explanation, Math.max(1, standing.ordinal())), new Problems());
        }
    }

    private void text(Tx tx, Archive archive, AdjustmentLabels labels, Standing standing, PrintWriter out)
            throws IOException, SQLException {
        out.println(standing.id() + " of " + standing.payerId() + ", received " + standing.receivedAt() + " in "
                + standing.file() + ": " + standing.state()
                + (standing.problem() == null ? "" : ", " + standing.problem())
                + (standing.duplicateOf() == null ? "" : ", the same as " + standing.duplicateOf())
                + (standing.countsAs() == null ? "" : ", accepted; it counts as " + standing.countsAs())
                + (standing.acceptedFrom() == null ? "" : ", accepted; it was held as " + standing.acceptedFrom()));
        for (Decision decision : PostedRemittance.decisions(tx, standing.id())) {
            out.println("  " + decision.at() + " " + decision.kind() + " by " + decision.actor() + ": "
                    + decision.reason() + " (" + decision.detail() + ")");
        }
        explain(
                archive,
                standing,
                new TextExplanation(
                        out, labels, spec.commandLine().getColorScheme().ansi()));
        out.println();
        out.println("What became of it");
        for (Part part : PostedRemittance.parts(tx, standing.id())) {
            out.println("  part of " + part.practice() + ": " + part.amount());
        }
        int behind = 0;
        for (List<Outcome> some = outcomes(tx, standing, behind); !some.isEmpty(); ) {
            for (Outcome outcome : some) {
                out.println("  claim " + outcome.patientControlNumber() + ": " + outcome.outcome()
                        + (outcome.claimId() == null ? "" : ", " + outcome.claimId() + " (" + outcome.matchedBy() + ")")
                        + (outcome.lines().isEmpty() ? "" : "; " + outcome.lines()));
                behind = outcome.ordinal();
            }
            some = outcomes(tx, standing, behind);
        }
    }
}
