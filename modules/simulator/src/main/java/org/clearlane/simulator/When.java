package org.clearlane.simulator;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which claims an explicit rule is about. Every condition that is given must hold; at least one is given.
 *
 * @param pcn CLM01, {@code *} standing for anything, or null
 * @param chargeOverCents CLM02 above this, or null
 * @param procedure SV101-2 of any line, or null
 * @param payee the billing provider's NPI, or null
 */
public record When(String pcn, Long chargeOverCents, String procedure, String payee) {

    public When {
        if (pcn == null && chargeOverCents == null && procedure == null && payee == null) {
            throw new IllegalArgumentException("when: without a condition");
        }
    }

    boolean holdsFor(ReceivedClaim claim) {
        return (pcn == null || matches(claim.pcn()))
                && (chargeOverCents == null || claim.chargeCents() > chargeOverCents)
                && (procedure == null
                        || claim.lines().stream()
                                .anyMatch(line -> line.procedureCode().equals(procedure)))
                && (payee == null || payee.equals(claim.provider().npi()));
    }

    private boolean matches(String clm01) {
        return clm01.matches(
                Arrays.stream(pcn.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
