package org.clearlane.pipeline.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.formats.Translation;
import org.clearlane.judgement.JudgedClaim;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.model.finding.Finding;

/**
 * Problems of a table that are about claims which were written as X12 all the same, put with those claims: a claim whose
 * rows stand in two places went out with the first of them only, and must not go on.
 */
public final class ProblemsOfWritten implements JudgementListener {

    private final Translation translation;
    private final Map<Long, List<Finding>> byOrdinal = new HashMap<>();

    public ProblemsOfWritten(Translation translation) {
        this.translation = translation;
        for (Finding problem : translation.problems()) {
            if (isOfWritten(problem)) {
                byOrdinal
                        .computeIfAbsent(problem.place().segmentOrdinal(), ordinal -> new ArrayList<>(1))
                        .add(problem);
            }
        }
    }

    /** Whether a problem is about a claim that was written; every other is about rows that were not. */
    static boolean isOfWritten(Finding problem) {
        return problem.place().segmentOrdinal() > 0;
    }

    @Override
    public void claims(List<JudgedClaim> slice) {
        if (byOrdinal.isEmpty()) {
            return;
        }
        for (JudgedClaim judged : slice) {
            long ordinal = translation
                    .provenance()
                    .ordinalOf(judged.setNumber(), judged.claim().position());
            byOrdinal.getOrDefault(ordinal, List.of()).forEach(judged::addFinding);
        }
    }
}
