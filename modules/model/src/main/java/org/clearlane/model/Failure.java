package org.clearlane.model;

/**
 * The world is wrong: a disk is full, a database is away, a payer refuses. The one exception type for such news; what
 * to do about it is decided by {@link FailureCode}, never by its text. Wrong data is a
 * {@link org.clearlane.model.finding.Finding}, never this.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;

    public Failure(FailureCode code, String message) {
        this(code, message, null);
    }

    public Failure(FailureCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public FailureCode code() {
        return code;
    }
}
