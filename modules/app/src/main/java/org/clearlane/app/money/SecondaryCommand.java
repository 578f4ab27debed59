package org.clearlane.app.money;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.Told;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.app.ledger.ClaimsCommand;
import org.clearlane.app.serve.ServiceConfig;
import org.clearlane.judgement.Judge;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.pipeline.secondary.PrepareSecondary;
import org.clearlane.pipeline.secondary.SecondaryOrder;
import org.clearlane.pipeline.secondary.SecondaryPrepared;
import org.clearlane.profiles.Profiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The claim for a second payer. */
@Command(
        name = "secondary",
        description = {
            "Prepares the claim for a second payer from what the first one decided (loops 2320, 2330, 2430), and has it judged.",
            "It is sent only with --release: then it is handed in as a file of the practice, once for each claim and payer."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:prepared, and released where asked",
            "1:there is none to be sent, or our own judgement refuses it; the reason is told",
            "2:usage",
            "3:something of ours failed"
        })
public final class SecondaryCommand implements Callable<Integer> {

    @ParentCommand
    private ClaimsCommand parent;

    @Parameters(paramLabel = "ID", description = "clm_… of the first claim, or the practice's own number")
    private String id;

    @Option(
            names = "--payer",
            paramLabel = "P",
            required = true,
            description = "the second payer's id in config/payers")
    private String payer;

    @Option(
            names = "--member",
            paramLabel = "NUMBER",
            defaultValue = "",
            description = "the patient's number with the second payer, where the claim does not say it in a loop 2320")
    private String member;

    @Option(
            names = "--filing",
            paramLabel = "CODE",
            defaultValue = "CI",
            description = "SBR09 of the second payer, used with --member (default: ${DEFAULT-VALUE})")
    private String filing;

    @ArgGroup
    private Form form = new Form();

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "the configuration (default: the one that comes along)")
    private Path config = Home.config();

    @Option(
            names = "--json",
            description =
                    "for programs: what became of it, with the file's id or the findings; the 837P itself needs -o then")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private static final class Form {

        @Option(names = "-o", paramLabel = "OUT", description = "write the 837P here instead of to stdout")
        private Path target;

        @Option(names = "--release", description = "hand it in; the decision is recorded under your name")
        private boolean release;
    }

    @Override
    public Integer call() throws IOException {
        ServiceConfig house = ServiceConfig.load(config.resolve("application.yaml"));
        ClearinghouseIdentity us = new ClearinghouseIdentity(house.name(), house.id(), house.contact(), house.phone());
        Profiles profiles = OfflineProfiles.load(config);
        Judge judge = JudgementParts.judge(config, profiles, Clock.systemUTC());
        SecondaryOrder order = new SecondaryOrder(id, payer, member, filing);
        PrepareSecondary.Released outcome = parent.access().with((ledger, archive) -> {
            PrepareSecondary prepare = new PrepareSecondary(ledger, archive, judge, profiles, us);
            return form.release
                    ? prepare.release(order, System.getProperty("user.name"))
                    : new PrepareSecondary.Released(prepare.prepare(order), java.util.Optional.empty(), false);
        });
        return tell(outcome);
    }

    private int tell(PrepareSecondary.Released outcome) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        switch (outcome.prepared()) {
            case SecondaryPrepared.Refused refused -> {
                if (json) {
                    print("none", Map.of("why", refused.why(), "mend", refused.mend()));
                    return Main.JUDGED_BAD;
                }
                err.println("Nothing is sent to " + payer + ": " + refused.why() + ". " + refused.mend());
                return Main.JUDGED_BAD;
            }
            case SecondaryPrepared.Judged judged -> {
                if (json) {
                    print(
                            "refused",
                            Map.of(
                                    "findings",
                                    judged.findings().stream()
                                            .map(finding -> Map.of(
                                                    "code", finding.code(),
                                                    "place", finding.place().inWords(),
                                                    "message", finding.message(),
                                                    "mend", finding.mend()))
                                            .toList()));
                    return Main.JUDGED_BAD;
                }
                judged.findings()
                        .forEach(finding -> err.println("error: "
                                + finding.place().inWords() + ": " + finding.message() + " " + finding.mend()));
                err.println("Our own judgement refuses the claim for " + payer + "; nothing is sent.");
                return Main.JUDGED_BAD;
            }
            case SecondaryPrepared.Ready ready -> {
                if (form.release) {
                    String file = outcome.fileId().orElseThrow();
                    if (json) {
                        print(outcome.before() ? "before" : "released", Map.of("file", file));
                        return 0;
                    }
                    err.println(
                            outcome.before()
                                    ? "It was handed in before as " + file + "; nothing is sent twice."
                                    : "Handed in as " + file + "; " + ready.open()
                                            + " were left open by the first payer.");
                } else if (form.target != null) {
                    Files.write(form.target, ready.x12());
                    if (json) {
                        print("prepared", Map.of("written", form.target.toString()));
                        return 0;
                    }
                    err.println("Written to " + form.target + ". Nothing is sent until --release.");
                } else if (json) {
                    print("prepared", Map.of());
                } else {
                    System.out.write(ready.x12());
                    System.out.println();
                    System.out.flush();
                }
                return 0;
            }
        }
    }

    private void print(String outcome, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("claim", id);
        all.put("payer", payer);
        all.put("outcome", outcome);
        all.putAll(more);
        PrintWriter out = spec.commandLine().getOut();
        out.println(Told.json(all));
        out.flush();
    }
}
