package org.clearlane.app.rules;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.Told;
import org.clearlane.app.judging.Judgement;
import org.clearlane.app.judging.JudgementFolder;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.guide.GuideMistakes;
import org.clearlane.model.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks rules over without a service. */
@Command(
        name = "rules",
        description = "Rules of payers and practices: looks them over before a service takes them up.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RulesCommand {

    @Command(
            name = "check",
            description = {
                "Reads the catalogue, all rules and overlays, and runs the examples of every rule.",
                "A running service takes changed rules up by itself within seconds, or keeps those it has and says so on the"
                        + " worklist."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:everything can be used", "1:there are mistakes, each told with file and line"})
    Integer check(
            @Option(names = "--config", paramLabel = "DIR", description = "default: the config folder that comes along")
                    Path config,
            @Option(names = "--json", description = "for programs") boolean json) {
        Path folder = config == null ? Home.config() : config;
        try {
            Judgement judgement = Judgement.load(
                    JudgementFolder.in(folder), OfflineProfiles.load(folder), Set.of(), Clock.systemUTC(), true);
            int edits = judgement.edits().rules().size();
            int rules = judgement.rules().all().size();
            int partners = judgement.rules().scopes().size();
            System.out.println(
                    json
                            ? Told.json(Map.of("ok", true, "edits", edits, "rules", rules, "partners", partners))
                            : edits + " edits of the catalogue, " + rules + " rules of " + partners
                                    + " partners: no mistakes");
            return 0;
        } catch (Failure | GuideMistakes mistakes) {
            if (json) {
                System.out.println(Told.json(Map.of(
                        "ok",
                        false,
                        "mistakes",
                        mistakes.getMessage().lines().map(String::strip).toList())));
            } else {
                System.err.println("clearlane rules: " + mistakes.getMessage());
            }
            return Main.JUDGED_BAD;
        }
    }
}
