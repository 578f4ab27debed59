package org.clearlane.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import org.clearlane.edits.Edits;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.formats.Formats;
import org.clearlane.guide.Guides;
import org.clearlane.judgement.Judge;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.store.Ids;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.Ledger;

/** What all tests share: a real database, a real archive, the configuration that comes along. Nothing is stood in for. */
final class House implements AutoCloseable {

    final Path folder;
    final SettableClock clock = new SettableClock();
    final Database database;
    final Ledger ledger;
    final Archive archive;
    final Judge judge;
    final Formats formats;
    final AdjustmentLabels labels;
    private int towns;

    House() {
        Path config = Path.of(System.getProperty("clearlane.root"), "config");
        try (Reader table = Files.newBufferedReader(config.resolve("codesets/adjustment-labels.tsv"))) {
            folder = Files.createTempDirectory("clearlane-pipeline-test");
            labels = AdjustmentLabels.load(table);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        judge = judge(config, clock);
        formats = Formats.load(config);
        database = Database.open(folder, null);
        ledger = new Ledger(database.pipeline(), clock, new Ids(clock));
        archive = new Archive(folder.resolve("archive"));
    }

    private static Judge judge(Path config, Clock clock) {
        CodeSets codes = CodeSets.load(config.resolve("codesets"));
        return new Judge(Guides.load(config.resolve("guides")), Edits.load(config.resolve("edits"), codes), clock);
    }

    /** A number no other test has. */
    int nextTown() {
        return ++towns;
    }

    @Override
    public void close() throws IOException {
        formats.close();
        database.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
