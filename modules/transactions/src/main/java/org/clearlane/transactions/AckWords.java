package org.clearlane.transactions;

/** What TA1 and 999 say, in our own words. A code that has none here is told as a code, never left out. */
public final class AckWords {

    private AckWords() {}

    /** An interchange's verdict: TA104 with TA105. */
    public static String ta1(String code, String note) {
        String verdict =
                switch (code) {
                    case "A" -> "interchange taken";
                    case "E" -> "interchange taken, with errors in its envelope";
                    case "R" -> "interchange refused";
                    default -> "answered with the code " + code;
                };
        return note == null || note.isBlank() || note.equals("000") ? verdict : verdict + ": " + note(note);
    }

    private static String note(String code) {
        return switch (code) {
            case "001" -> "the control numbers of its header and trailer differ";
            case "002" -> "the standard it names is not supported";
            case "003" -> "its version is not supported";
            case "004" -> "its segment terminator cannot be one";
            case "005" -> "the sender's qualifier is wrong";
            case "006" -> "the sender is not known";
            case "007" -> "the receiver's qualifier is wrong";
            case "008" -> "the receiver is not known";
            case "009" -> "it is for a receiver that is not theirs";
            case "010" -> "the authorization's qualifier is wrong";
            case "011" -> "the authorization is wrong";
            case "012" -> "the security's qualifier is wrong";
            case "013" -> "the security's value is wrong";
            case "014" -> "its date is no day";
            case "015" -> "its time is no time";
            case "016" -> "the standard's identifier is wrong";
            case "017" -> "the version's identifier is wrong";
            case "018" -> "its control number is not written as one";
            case "019" -> "its wish for an acknowledgment is not written as one";
            case "020" -> "it says neither test nor production";
            case "021" -> "its number of groups is wrong";
            case "022" -> "its structure is broken";
            case "023" -> "it ends too early";
            case "024" -> "a group in it is broken";
            case "025" -> "its control number came before";
            case "026" -> "its component separator cannot be one";
            case "027" -> "its date or time is no longer, or not yet, good";
            case "028", "029", "030", "031" -> "it cannot be handled as it was sent (" + code + ")";
            default -> "note " + code;
        };
    }

    /** A set's verdict (IK501) or a group's (AK901). */
    public static String ack(String code) {
        return switch (code) {
            case "A" -> "accepted";
            case "E" -> "accepted, with errors told";
            case "P" -> "accepted in part";
            case "R" -> "refused";
            case "M" -> "refused: its authentication code failed";
            case "W" -> "refused: its assurance failed";
            case "X" -> "refused: it could not be read after decryption";
            default -> "answered with the code " + code;
        };
    }
}
