package org.clearlane.app.judging;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.clearlane.bank.BankLayouts;
import org.clearlane.edits.Edits;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.formats.Formats;
import org.clearlane.guide.Guides;
import org.clearlane.judgement.Judge;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.remittance.AdjustmentLabels;

/**
 * What judging needs, loaded from the configuration folder once: guides, edits, code sets, formats, labels, banks' tables. The same for
 * the service and for commands that judge offline, so that both say the same.
 */
public record JudgementParts(Judge judge, Formats formats, AdjustmentLabels adjustmentLabels, BankLayouts banks)
        implements AutoCloseable {

    /** Loads everything; mistakes in a file are all reported at once. */
    public static JudgementParts load(Path config, Clock clock) {
        CodeSets codes = CodeSets.load(config.resolve("codesets")).checkAll();
        Judge judge = judge(
                config, codes, clock, Guides.load(config.resolve("guides")).checkAll());
        return new JudgementParts(judge, Formats.load(config), labels(config), BankLayouts.load(config));
    }

    /** Only what judges X12: edits, and guides and code sets, each read when a file asks for it. */
    public static Judge judge(Path config, Clock clock) {
        CodeSets codes = CodeSets.load(config.resolve("codesets"));
        return judge(config, codes, clock, Guides.load(config.resolve("guides")));
    }

    private static Judge judge(Path config, CodeSets codes, Clock clock, Guides guides) {
        Edits edits = Edits.load(config.resolve("edits"), codes);
        return new Judge(guides, edits, clock);
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
