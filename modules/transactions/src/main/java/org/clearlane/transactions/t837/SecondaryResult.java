package org.clearlane.transactions.t837;

/** Whether a secondary claim could be made. */
public sealed interface SecondaryResult {

    /**
     * It could.
     *
     * @param segments ST to SE without those two, each without its terminator, in the separators of the original claim
     */
    record Made(java.util.List<String> segments) implements SecondaryResult {

        public Made {
            segments = java.util.List.copyOf(segments);
        }
    }

    /**
     * It could not.
     *
     * @param why what is in the way
     * @param mend what to do
     */
    record Impossible(String why, String mend) implements SecondaryResult {}
}
