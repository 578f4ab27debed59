package org.clearlane.guide;

import java.util.List;
import java.util.stream.Collectors;

/** The guides' definition files hold mistakes; all of them are told at once, so that one run mends them all. */
public final class GuideMistakes extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<GuideMistake> mistakes;

    GuideMistakes(List<GuideMistake> mistakes) {
        super(mistakes.size() + " mistake(s) in the guides:\n"
                + mistakes.stream().map(GuideMistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Every mistake found, file by file in line order. */
    public List<GuideMistake> mistakes() {
        return mistakes;
    }
}
