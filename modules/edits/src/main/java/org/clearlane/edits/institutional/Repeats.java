package org.clearlane.edits.institutional;

import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** Codes of HI that stand on a claim more than once. */
final class Repeats {

    private Repeats() {}

    static void report(Claim claim, CodeUse use, FindingCollector out) {
        for (int i = 1; i < claim.codes().size(); i++) {
            CodeFact code = claim.codes().get(i);
            for (int j = 0; code.use() == use && j < i; j++) {
                CodeFact earlier = claim.codes().get(j);
                if (earlier.use() == use && earlier.code().equals(code.code())) {
                    out.report(code.place(), code.code());
                    break;
                }
            }
        }
    }
}
