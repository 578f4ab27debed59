package org.clearlane.app.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.judging.JudgementFolder;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.pipeline.history.Replay;
import org.clearlane.profiles.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a claim of the past again, as it was judged then. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Judges a claim again from its archived bytes, by the guides, edits, code sets and rules of then, on the day of"
                    + " then, and says whether the verdict is the same."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the same", "1:not the same", "2:there is no such claim, or it cannot be judged again"})
public final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLAIM", description = "clm_…, or the practice's own number")
    private String claim;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Mixin
    private LedgerAccess access;

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<RuleWork.Replayed> replayed = access.withArchive((ledger, archive) -> new RuleWork(
                        ledger, archive, JudgementFolder.in(Home.config()), Profiles.of(List.of(), List.of()))
                .replay(claim));
        if (replayed.isEmpty()) {
            System.err.println("clearlane replay: there is no claim " + claim);
            return Main.USAGE;
        }
        return switch (replayed.get()) {
            case RuleWork.Replayed.Impossible impossible -> {
                System.err.println("clearlane replay: " + claim + " cannot be judged again: " + impossible.why());
                yield Main.USAGE;
            }
            case RuleWork.Replayed.Done done -> {
                print(done.result());
                yield done.result().same() ? 0 : Main.JUDGED_BAD;
            }
        };
    }

    private void print(Replay.Result result) throws JsonProcessingException {
        List<String> gone = new ArrayList<>(result.then());
        result.now().forEach(gone::remove);
        List<String> added = new ArrayList<>(result.now());
        result.then().forEach(added::remove);
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("claim", result.origin().claimId());
            all.put("edition", result.origin().edition());
            all.put("judgedAt", result.origin().judgedAt().toString());
            all.put("programThen", result.origin().program());
            all.put("programNow", Main.VERSION);
            all.put("same", result.same());
            all.put("outcomeThen", result.outcomeThen());
            all.put("outcomeNow", result.outcomeNow());
            all.put("findings", result.then());
            all.put("saidThenAndNotNow", gone);
            all.put("saidNowAndNotThen", added);
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(all));
            return;
        }
        System.out.println("claim %s, judged %s by edition %s (program %s, now %s)"
                .formatted(
                        result.origin().claimId(),
                        result.origin().judgedAt(),
                        result.origin().edition().substring(0, 12),
                        result.origin().program(),
                        Main.VERSION));
        System.out.println(
                (result.same() ? "The same verdict: " : "Another verdict: then " + result.outcomeThen() + ", now ")
                        + result.outcomeNow() + ", " + result.now().size() + " findings");
        gone.forEach(each -> System.out.println("  then, not now: " + each));
        added.forEach(each -> System.out.println("  now, not then: " + each));
    }
}
