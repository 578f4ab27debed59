package org.clearlane.formats;

import org.clearlane.model.finding.Finding;

/** Is told everything that is wrong with a table while it is translated, for files with more of it than fits a list. */
public interface TranslationListener {

    /** Listens to nothing. */
    TranslationListener NONE = new TranslationListener() {};

    /** Something is wrong. */
    default void found(Finding finding) {}

    /** A claim was left out of the 837P. */
    default void leftOut(LeftOutClaim claim) {}
}
