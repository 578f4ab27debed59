package org.clearlane.transactions.ta1;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.clearlane.transactions.AnswerFileReader;
import org.clearlane.transactions.AnswerListener;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;
import org.clearlane.x12.Segment;

/** Reads the interchange acknowledgments of a file, wherever in it they stand. */
public final class Ta1Reader {

    private Ta1Reader() {}

    /** The values of a TA1 segment. */
    public static Ta1 of(Segment segment) {
        return new Ta1(
                segment.element(1).strip(),
                segment.element(2),
                segment.element(3),
                segment.element(4).strip(),
                segment.element(5).strip());
    }

    /**
     * Reads a whole file of any number of interchanges and leaves the stream open.
     *
     * @return what is wrong with the file; bad data never throws
     */
    public static List<AnswerProblem> read(InputStream in, Ta1Listener listener) throws IOException {
        return AnswerFileReader.read(in, new AnswerListener() {
            @Override
            public void interchangeAnswered(AnswerOrigin origin, Ta1 answer) {
                listener.interchangeAnswered(origin, answer);
            }

            @Override
            public void problem(AnswerProblem problem) {
                listener.problem(problem);
            }
        });
    }
}
