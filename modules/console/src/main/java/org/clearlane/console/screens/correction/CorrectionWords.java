package org.clearlane.console.screens.correction;

import org.clearlane.pipeline.correction.CorrectionKind;

/**
 * How pages speak of a kind of correction.
 *
 * @param title of the page
 * @param hint what it does
 * @param kind as it stands in addresses
 */
public record CorrectionWords(String title, String hint, String kind) {

    static CorrectionWords of(CorrectionKind kind) {
        return switch (kind) {
            case CORRECTION ->
                new CorrectionWords(
                        "Correct and resubmit",
                        "What you change goes out as a new claim, linked to this one. What you leave alone stays byte for byte.",
                        "correction");
            case REPLACEMENT ->
                new CorrectionWords(
                        "Replace the claim",
                        "The payer has this claim. The new one goes out as its replacement (frequency 7) and names the payer's number of the first.",
                        "replacement");
            case VOID ->
                new CorrectionWords(
                        "Void the claim",
                        "The payer has this claim and is to forget it. It goes out once more as it was, as a void (frequency 8), with the payer's number.",
                        "void");
        };
    }
}
