package org.clearlane.remittance.denial;

/** The four business scenarios of CAQH CORE rule 360, in our words. */
public enum CoreScenario {
    DOCUMENTATION(1, "a document is missing or not usable", "Send what the payer asks for with its claim number."),
    CLAIM_DATA(2, "data of the claim is missing or wrong", "Correct the claim and send it as a replacement (CLM05-3 7)."),
    NOT_COVERED(3, "the plan does not cover it", "Check coverage and authorization; appeal, or bill whom the group names."),
    NOT_SEPARATE(4, "it is not paid beside something else", "Check bundling and modifiers; appeal where both were done.");

    private final int number;
    private final String inWords;
    private final String mend;

    CoreScenario(int number, String inWords, String mend) {
        this.number = number;
        this.inWords = inWords;
        this.mend = mend;
    }

    /** As the rule counts them. */
    public int number() {
        return number;
    }

    /** What it means. */
    public String inWords() {
        return inWords;
    }

    /** What is mostly done about it. */
    public String mend() {
        return mend;
    }

    static CoreScenario of(int number) {
        for (CoreScenario scenario : values()) {
            if (scenario.number == number) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("CORE 360 has scenarios 1 to 4");
    }
}
