package org.clearlane.api;

import java.time.Duration;
import java.util.List;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.pipeline.judging.FileRehearsal;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;

/**
 * What the API works with.
 *
 * @param view what a practice may read
 * @param intake takes files in
 * @param rehearsal judges files that are not taken in
 * @param payers who is set up here
 * @param labels what adjustment codes mean
 * @param limits what a key may ask for
 */
public record ApiMeans(
        Ledger ledger,
        Archive archive,
        PracticeView view,
        FileIntake intake,
        FileRehearsal rehearsal,
        List<PayerProfile> payers,
        AdjustmentLabels labels,
        Limits limits) {

    public ApiMeans {
        payers = List.copyOf(payers);
    }

    /**
     * Limits.
     *
     * @param largestFile bytes of a file that is handed in
     * @param largestRehearsal bytes of a file that is judged or translated without being kept
     * @param rehearsalsAtOnce how many files are judged so at once; more are told to come again
     * @param requests of one key within the window, on each node
     */
    public record Limits(long largestFile, int largestRehearsal, int rehearsalsAtOnce, int requests, Duration window) {

        /** With usual limits beside that of files: 1,000 requests in ten seconds, rehearsals up to 10 MB. */
        public static Limits usual(long largestFile) {
            return new Limits(
                    largestFile,
                    (int) Math.min(largestFile, 10_000_000),
                    Math.max(2, Runtime.getRuntime().availableProcessors()),
                    1_000,
                    Duration.ofSeconds(10));
        }
    }
}
