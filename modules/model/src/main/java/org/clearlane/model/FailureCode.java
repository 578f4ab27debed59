package org.clearlane.model;

/** Every way the world can fail us, with who has to act. */
public enum FailureCode {
    /** The disk that keeps the bytes is full or read-only. Nothing was acknowledged. */
    ARCHIVE_UNAVAILABLE(Category.RESOURCE),
    /** Kept bytes no longer have the hash they were kept under. */
    ARCHIVE_CORRUPT(Category.INTERNAL),
    /** The database is away or refuses. */
    DATABASE_UNAVAILABLE(Category.RESOURCE),
    /** The database runs with settings under which a commit may be lost. */
    DATABASE_NOT_DURABLE(Category.INTERNAL),
    /** The broker is away or its disk is full. */
    BROKER_UNAVAILABLE(Category.RESOURCE),
    /** A configuration file is wrong; the message lists every mistake. */
    CONFIGURATION(Category.INTERNAL),
    /** A file handed in is larger than the stated limit. */
    FILE_TOO_LARGE(Category.SUBMITTER),
    /** A practice handed in under another practice's name. */
    WRONG_PRACTICE(Category.SUBMITTER),
    /** The same Idempotency-Key came with other bytes. */
    KEY_REUSED(Category.SUBMITTER),
    /** What was asked for is not there, or not for the one who asks. */
    NOT_FOUND(Category.SUBMITTER),
    /** The move is not legal in the claim's state. */
    ILLEGAL_MOVE(Category.INTERNAL);

    /** Who has to act. */
    public enum Category {
        SUBMITTER,
        PAYER,
        INTERNAL,
        RESOURCE
    }

    private final Category category;

    FailureCode(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }
}
