package org.clearlane.app.remit;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.finding.Finding;

/** What could not be read of an 835, gathered to be told when the explanation is out. */
final class Problems {

    private static final int MOST_TOLD = 100;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (kept.size() < MOST_TOLD) {
            kept.add(finding);
        }
    }

    /** Without the values at fault: messages may end in a log. */
    void tell(PrintWriter err) {
        for (Finding finding : kept) {
            String place = finding.place().inWords();
            err.println((finding.isError() ? "error: " : "warning: ") + (place.isEmpty() ? "" : place + ": ")
                    + finding.message() + " " + finding.mend() + " [" + finding.code() + "]");
        }
        if (count > kept.size()) {
            err.println("and " + (count - kept.size()) + " more");
        }
        err.flush();
    }
}
