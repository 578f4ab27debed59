package org.clearlane.transactions.t277ca;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.clearlane.transactions.AnswerFileReader;
import org.clearlane.transactions.AnswerListener;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;

/** Reads the claim acknowledgments of a file (any 277) and passes over everything else in it. */
public final class ClaimStatusReader {

    private ClaimStatusReader() {}

    /**
     * Reads a whole file of any number of interchanges and leaves the stream open.
     *
     * @return what is wrong with the file; bad data never throws
     */
    public static List<AnswerProblem> read(InputStream in, ClaimStatusListener listener) throws IOException {
        return AnswerFileReader.read(in, new AnswerListener() {
            @Override
            public void batch(AnswerOrigin origin, ClaimStatusBatch batch) {
                listener.batch(origin, batch);
            }

            @Override
            public void provider(AnswerOrigin origin, ClaimStatusBatch batch, ProviderStatus provider) {
                listener.provider(origin, batch, provider);
            }

            @Override
            public void claim(AnswerOrigin origin, ClaimStatusBatch batch, ClaimStatusAnswer answer) {
                listener.claim(origin, batch, answer);
            }

            @Override
            public void batchEnded(AnswerOrigin origin, ClaimStatusBatch batch, long claims) {
                listener.batchEnded(origin, batch, claims);
            }

            @Override
            public void problem(AnswerProblem problem) {
                listener.problem(problem);
            }
        });
    }
}
