package org.clearlane.judgement;

/** Why a claim without errors does not go on by itself. */
public enum HoldReason {
    /** 2010BB NM109 is in no payer's profile. */
    UNKNOWN_PAYER("unknown payer"),
    /** 2010AA NM109 is not among the practice's NPIs. */
    BILLING_PROVIDER_NOT_ENROLLED("billing provider not enrolled for this practice"),
    /** 2010BB NM109 is of a payer whose profile does not name this kind of claim. */
    KIND_NOT_TAKEN_BY_PAYER("the payer's profile does not take this kind of claim"),
    /** ST03 is that of a predetermination: it asks what would be paid. Sent on as a claim it would be billed. */
    PREDETERMINATION("it asks what would be paid, and only claims are sent on"),
    /** ISA15 says test and the payer's route production, or the other way round. */
    USAGE_DOES_NOT_FIT_ROUTE("test and production do not mix, and the payer's route has the other usage");

    private final String words;

    HoldReason(String words) {
        this.words = words;
    }

    /** For people. */
    public String inWords() {
        return words;
    }
}
