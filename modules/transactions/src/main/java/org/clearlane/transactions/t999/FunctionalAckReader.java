package org.clearlane.transactions.t999;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.clearlane.transactions.AnswerFileReader;
import org.clearlane.transactions.AnswerListener;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;

/** Reads the functional acknowledgments (999, 997) of a file and passes over everything else in it. */
public final class FunctionalAckReader {

    private FunctionalAckReader() {}

    /**
     * Reads a whole file of any number of interchanges and leaves the stream open.
     *
     * @return what is wrong with the file; bad data never throws
     */
    public static List<AnswerProblem> read(InputStream in, FunctionalAckListener listener) throws IOException {
        return AnswerFileReader.read(in, new AnswerListener() {
            @Override
            public void setAnswered(AnswerOrigin origin, AnsweredGroup group, SetAck set) {
                listener.setAnswered(origin, group, set);
            }

            @Override
            public void groupAnswered(AnswerOrigin origin, GroupAck group) {
                listener.groupAnswered(origin, group);
            }

            @Override
            public void problem(AnswerProblem problem) {
                listener.problem(problem);
            }
        });
    }
}
