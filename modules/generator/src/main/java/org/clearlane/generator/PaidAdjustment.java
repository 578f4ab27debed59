package org.clearlane.generator;

/**
 * Why a charge was not paid in full.
 *
 * @param group CAS01
 * @param reason CAS02
 * @param cents CAS03
 */
record PaidAdjustment(String group, String reason, long cents) {

    boolean isPatients() {
        return group.equals("PR");
    }

    PaidAdjustment reversed() {
        return new PaidAdjustment(group, reason, -cents);
    }
}
