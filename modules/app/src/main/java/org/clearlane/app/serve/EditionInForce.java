package org.clearlane.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.clearlane.app.Main;
import org.clearlane.app.judging.EditionKeeper;
import org.clearlane.app.judging.Judgement;
import org.clearlane.app.judging.JudgementFolder;
import org.clearlane.app.judging.SwitchedOff;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.judging.Edition;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.EditSwitches;
import org.clearlane.store.ledger.JudgedBy;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Worklist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edition files are judged by. It changes while the service runs: when a file of it changed, or an edit was switched
 * off or on, everything is read anew and taken up as a whole. With a mistake in it nothing is taken up, the edition in
 * force stays, and the mistake stands on the worklist. Safe for use by several threads.
 */
final class EditionInForce implements Supplier<Edition> {

    private static final Logger LOG = LoggerFactory.getLogger(EditionInForce.class);
    private static final String SUBJECT = "rules and edits";

    private final JudgementFolder folder;
    private final Profiles profiles;
    private final Ledger ledger;
    private final EditionKeeper keeper;
    private final Clock clock;
    private volatile Edition current;
    private String seen = "";

    /** Begins with what was loaded at start, without regard to what is switched off until {@link #look} is called. */
    EditionInForce(JudgementFolder folder, Profiles profiles, Ledger ledger, Archive archive, Judgement atStart) {
        this.folder = folder;
        this.profiles = profiles;
        this.ledger = ledger;
        this.keeper = new EditionKeeper(archive);
        this.clock = ledger.clock();
        Set<String> off = switchedOff();
        seen = print(off);
        current = edition(off.isEmpty() ? atStart : load(off), off);
    }

    @Override
    public Edition get() {
        return current;
    }

    private Judgement load(Set<String> off) {
        return Judgement.load(folder, profiles, off, clock, true);
    }

    private Edition edition(Judgement judgement, Set<String> off) {
        Archive.Kept kept = keeper.keep(folder, profiles, off);
        return new Edition(
                judgement.judge(),
                new JudgedBy(kept.sha256(), kept.key(), judgement.codeSets(), Main.VERSION, judgement.versions()));
    }

    /** Takes up what changed, if anything did. */
    synchronized void look() {
        Set<String> off = switchedOff();
        String now = print(off);
        if (now.equals(seen)) {
            return;
        }
        try {
            Edition next = edition(load(off), off);
            if (!print(off).equals(now)) {
                // It changed again while it was read: what was loaded and what was kept may differ.
                return;
            }
            seen = now;
            current = next;
            ledger.run(tx -> Worklist.resolve(tx, Worklist.Kind.RULES_REFUSED, SUBJECT, "mended and in force"));
            LOG.info(
                    "rules and edits changed; edition {} is in force", next.by().edition());
        } catch (RuntimeException wrong) {
            if (wrong instanceof Failure failure && failure.code() != FailureCode.CONFIGURATION) {
                throw failure;
            }
            seen = now;
            ledger.run(tx -> {
                Worklist.resolve(tx, Worklist.Kind.RULES_REFUSED, SUBJECT, "changed again");
                Worklist.put(
                        tx,
                        Worklist.Kind.RULES_REFUSED,
                        SUBJECT,
                        null,
                        null,
                        "What changed is not taken up; everything is judged as before. " + wrong.getMessage(),
                        null);
            });
            LOG.warn("rules and edits changed and hold mistakes; the edition in force stays");
        }
    }

    private Set<String> switchedOff() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return SwitchedOff.on(today, ledger.transact(EditSwitches::all));
    }

    /** What tells one state of everything from another without reading it. */
    private String print(Set<String> off) {
        StringBuilder print = new StringBuilder();
        for (Map.Entry<String, Path> file : folder.files().entrySet()) {
            try {
                BasicFileAttributes state = Files.readAttributes(file.getValue(), BasicFileAttributes.class);
                print.append(file.getKey())
                        .append(' ')
                        .append(state.size())
                        .append(' ')
                        .append(state.lastModifiedTime().toInstant())
                        .append('\n');
            } catch (IOException goneMeanwhile) {
                print.append(file.getKey()).append(" gone\n");
            }
        }
        return print.append(off).toString();
    }
}
