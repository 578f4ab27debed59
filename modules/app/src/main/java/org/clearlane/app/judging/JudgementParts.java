package org.clearlane.app.judging;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.clearlane.bank.BankLayouts;
import org.clearlane.formats.Formats;
import org.clearlane.judgement.Judge;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.AdjustmentLabels;

/**
 * What judging needs, loaded from the configuration folder once: guides, edits, code sets, rules, formats, labels, banks'
 * tables. The same for the service and for commands that judge offline, so that both say the same.
 */
public record JudgementParts(Judgement judgement, Formats formats, AdjustmentLabels adjustmentLabels, BankLayouts banks)
        implements AutoCloseable {

    /** Loads everything; mistakes in a file are all reported at once. */
    public static JudgementParts load(JudgementFolder folder, Profiles profiles, Clock clock) {
        Judgement judgement = Judgement.load(folder, profiles, Set.of(), clock, true);
        return new JudgementParts(
                judgement, Formats.load(folder.config()), labels(folder.config()), BankLayouts.load(folder.config()));
    }

    /** Only what judges X12, for whomever: guides, each read when a file asks for it, edits and code sets. */
    public static Judge judge(Path config, Clock clock) {
        return judge(config, Profiles.of(java.util.List.of(), java.util.List.of()), clock);
    }

    /** As {@link #judge(Path, Clock)}, with what these payers and practices demand. */
    public static Judge judge(Path config, Profiles profiles, Clock clock) {
        return Judgement.load(JudgementFolder.in(config), profiles, Set.of(), clock, false)
                .judge();
    }

    /** What adjustment codes say in plain words. */
    public static AdjustmentLabels labels(Path config) {
        Path table = config.resolve("codesets").resolve("adjustment-labels.tsv");
        try (Reader reader = Files.newBufferedReader(table)) {
            return AdjustmentLabels.load(reader);
        } catch (IOException e) {
            throw new Failure(FailureCode.CONFIGURATION, table + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        formats.close();
    }
}
