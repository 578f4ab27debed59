package org.clearlane.access;

import java.util.List;

/**
 * Somebody signed in, for the time of one request.
 *
 * @param practiceId the practice being worked for; null for people of the clearinghouse
 * @param practices all practices they may work for
 * @param glassPracticeId whose health information an operator may see for now, or null
 * @param formToken what every form has to send back
 * @param address where the request came from
 */
public record Visitor(
        String sessionId,
        String personId,
        String email,
        String name,
        Role role,
        String practiceId,
        List<String> practices,
        String glassPracticeId,
        String formToken,
        boolean singleKeys,
        String address) {

    public Visitor {
        practices = List.copyOf(practices);
    }

    /** Whether their role allows it. */
    public boolean may(Permission permission) {
        return Permissions.allow(role, permission);
    }

    /** Whose health information may be read now: their practice's, or the one whose glass they broke; null for nobody's. */
    public String readablePractice() {
        return role.ofAPractice() ? practiceId : glassPracticeId;
    }
}
