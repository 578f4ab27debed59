package org.clearlane.simulator;

/** What a payer answers with, in the order it usually comes. */
public enum AnswerKind {
    /** Interchange acknowledgment. */
    TA1("TA1", "TA1.edi", "X12_TA1_Response_00501X231A1"),
    /** Implementation acknowledgment, 005010X231A1. */
    ACK_999("999", "999.edi", "X12_999_Response_005010X231A1"),
    /** Claim acknowledgment, 005010X214. */
    ACK_277CA("277CA", "CLP.277CA.edi", "X12_277CA_Response_005010X214"),
    /** Remittance advice, 005010X221A1. */
    ERA_835("835", "ERA.835.edi", "X12_835_Response_005010X221A1");

    private final String label;
    private final String suffix;
    private final String payloadType;

    AnswerKind(String label, String suffix, String payloadType) {
        this.label = label;
        this.suffix = suffix;
        this.payloadType = payloadType;
    }

    /** The name in settings and log lines, for example {@code 277CA}. */
    public String label() {
        return label;
    }

    /** How the names of such answer files end. */
    public String suffix() {
        return suffix;
    }

    /** The CORE PayloadType under which it is handed out. */
    public String payloadType() {
        return payloadType;
    }

    static AnswerKind ofLabel(String label) {
        for (AnswerKind kind : values()) {
            if (kind.label.equalsIgnoreCase(label)) {
                return kind;
            }
        }
        return null;
    }

    /** The kind an answer file's name tells, whatever its content. */
    static AnswerKind ofFileName(String name) {
        for (AnswerKind kind : values()) {
            if (name.endsWith("." + kind.suffix)) {
                return kind;
            }
        }
        return TA1;
    }
}
