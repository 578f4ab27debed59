package org.clearlane.api;

import io.javalin.http.HandlerType;
import org.clearlane.store.ledger.ApiScope;

/**
 * One operation of {@code /v1}: it stands in the document under the same method and path, and whoever asks needs the scope.
 *
 * @param path with its parameters in braces, as the document has it
 * @param operation its name in the document and, behind {@code api.}, in the audit trail
 */
public record ApiRoute(HandlerType method, String path, String operation, ApiScope scope, Answer answer) {

    /** What answers. */
    @FunctionalInterface
    public interface Answer {
        void to(ApiCall call) throws Exception;
    }

    /** A read. */
    public static ApiRoute get(String path, String operation, ApiScope scope, Answer answer) {
        return new ApiRoute(HandlerType.GET, path, operation, scope, answer);
    }

    /** Something handed in. */
    public static ApiRoute post(String path, String operation, ApiScope scope, Answer answer) {
        return new ApiRoute(HandlerType.POST, path, operation, scope, answer);
    }

    /** A change of what is there. */
    public static ApiRoute patch(String path, String operation, ApiScope scope, Answer answer) {
        return new ApiRoute(HandlerType.PATCH, path, operation, scope, answer);
    }

    /** An end of what is there. */
    public static ApiRoute delete(String path, String operation, ApiScope scope, Answer answer) {
        return new ApiRoute(HandlerType.DELETE, path, operation, scope, answer);
    }

    /** Whether what it shows is health information of patients, so that the audit trail names who saw it. */
    boolean showsHealthInformation() {
        return switch (scope) {
            case FILES_READ, CLAIMS_READ, MONEY_READ, MAILBOX_READ -> method.equals(HandlerType.GET);
            case FILES_WRITE, PAYERS_READ, VALIDATE, WEBHOOKS_MANAGE -> false;
        };
    }
}
