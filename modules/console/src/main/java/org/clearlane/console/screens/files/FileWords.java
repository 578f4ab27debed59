package org.clearlane.console.screens.files;

import java.util.List;

/** Verdicts of files in words. A file that failed is something else than a claim that was refused in a good file. */
public final class FileWords {

    /** Those one can ask for, in the order of a file's life. */
    static final List<String> ALL = List.of(
            "RECEIVED",
            "ACCEPTED",
            "PARTIAL",
            "REJECTED",
            "UNREADABLE",
            "STORED",
            "DELIVERING",
            "UNKNOWN",
            "PARKED",
            "SENT",
            "WAITING",
            "DELIVERED");

    private FileWords() {}

    public static String of(String verdict) {
        return switch (verdict) {
            case "RECEIVED" -> "Received, not yet judged";
            case "ACCEPTED" -> "All claims taken";
            case "PARTIAL" -> "Some claims refused";
            case "REJECTED" -> "No claim taken";
            case "UNREADABLE" -> "File failed";
            case "STORED" -> "Waiting to be sent";
            case "DELIVERING" -> "Being sent";
            case "UNKNOWN" -> "Sent, outcome not known";
            case "PARKED" -> "Could not be sent";
            case "SENT" -> "Sent";
            case "WAITING" -> "On its way to the mailbox";
            case "DELIVERED" -> "In the mailbox";
            default -> verdict;
        };
    }

    static String colour(String verdict) {
        return switch (verdict) {
            case "ACCEPTED" -> "good";
            case "REJECTED", "UNREADABLE", "PARKED" -> "bad";
            case "PARTIAL", "UNKNOWN" -> "wait";
            default -> "plain";
        };
    }
}
