package org.clearlane.bank;

/**
 * Why a bank's file is refused.
 *
 * @param line from 1; 0 for the file as a whole
 * @param message what is wrong
 * @param mend what to do
 */
public record BankProblem(int line, String message, String mend) {

    /** As one sentence with its place. */
    public String inWords() {
        return (line == 0 ? "" : "line " + line + ": ") + message + " " + mend;
    }
}
