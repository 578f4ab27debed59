package org.clearlane.store.ledger;

import java.util.Arrays;
import java.util.Optional;

/** What a key may be allowed to do. Which route asks for which stands in the API's own table. */
public enum ApiScope {
    /** Hand claim files in. */
    FILES_WRITE("files:write", "Hand claim files in"),
    /** Read the files handed in, and what was found in them. */
    FILES_READ("files:read", "Read files and what was found in them"),
    /** Read claims, their timelines and findings, and the worklist of refused claims. */
    CLAIMS_READ("claims:read", "Read claims, timelines and findings"),
    /** Read remittances, payments and unmatched money. */
    MONEY_READ("money:read", "Read remittances and payments"),
    /** Fetch answers from the mailbox as they are: 999, 277CA, 835 and explanations. */
    MAILBOX_READ("mailbox:read", "Fetch answers from the mailbox"),
    /** Read which payers there are and how their routes do. No health information. */
    PAYERS_READ("payers:read", "Read payers and the state of their routes"),
    /** Have files judged and translated without anything being kept. */
    VALIDATE("validate", "Judge and translate files without keeping them"),
    /** Make, change and test webhooks. */
    WEBHOOKS_MANAGE("webhooks:manage", "Manage webhooks");

    private final String code;
    private final String label;

    ApiScope(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As it is written in requests, commands and the ledger. */
    public String code() {
        return code;
    }

    /** In words, for a page or a command. */
    public String label() {
        return label;
    }

    /** The scope written this way, or empty. */
    public static Optional<ApiScope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
