package org.clearlane.judgement;

import java.io.IOException;
import java.util.List;

/**
 * Hears a judgement in file order, while it is made. What is said of a claim is final only when what it stands in is
 * closed: a set, a group or an interchange whose trailer is wrong takes all its claims with it. An IOException stops the
 * judging and comes out of {@link Judge#judge}.
 */
public interface JudgementListener {

    /** Hears nothing. */
    JudgementListener DEAF = new JudgementListener() {
        @Override
        public boolean wantsClaims() {
            return false;
        }
    };

    /** Two listeners of one judgement; the second hears of claims when the first has added what it has to add. */
    static JudgementListener inTurn(JudgementListener first, JudgementListener second) {
        return new InTurn(first, second);
    }

    /**
     * Whether {@link #claims} is of any use to this listener. Asked once, when the judging begins. When it says no, and
     * nobody else needs the facts of claims, they are not gathered and {@link #claims} is never called; every verdict is
     * the same.
     */
    default boolean wantsClaims() {
        return true;
    }

    default void interchangeOpened(InterchangeFacts interchange) throws IOException {}

    default void groupOpened(GroupFacts group) throws IOException {}

    /** Told before the first claims of the set, or before {@link #setClosed} when it has none. */
    default void setOpened(SetFacts set) throws IOException {}

    /**
     * The next claims of the set, at most {@link JudgeOptions#sliceSize}. More findings may be added to them until this
     * returns; then their outcomes are counted. The list is the listener's to keep.
     */
    default void claims(List<JudgedClaim> slice) throws IOException {}

    default void setClosed(SetVerdict set) throws IOException {}

    default void groupClosed(GroupVerdict group) throws IOException {}

    default void interchangeClosed(InterchangeVerdict interchange) throws IOException {}

    /** The file has ended, and no interchange was found in it; nothing else has been told. */
    default void nothingFound() throws IOException {}
}
