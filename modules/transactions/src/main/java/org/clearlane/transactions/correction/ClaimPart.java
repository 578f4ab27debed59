package org.clearlane.transactions.correction;

/** Which of the parts of a claim's file slice a segment stands in, in the order they are sent. */
public enum ClaimPart {
    /** 2000A to 2010AC, behind its HL. */
    PROVIDER("Billing provider"),
    /** 2000B to 2010BB, behind its HL. */
    SUBSCRIBER("Subscriber and payer"),
    /** 2000C and 2010CA, behind its HL; only where the patient is not the subscriber. */
    PATIENT("Patient"),
    /** CLM and everything behind it. */
    CLAIM("Claim and lines");

    private final String words;

    ClaimPart(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
