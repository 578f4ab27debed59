package org.clearlane.explanation;

/**
 * One adjustment as it is shown.
 *
 * @param code {@code CO-45}
 * @param amount with two decimals
 * @param reason why, in our words
 * @param bearer who bears it, in our words
 * @param mend what the practice can do, or empty
 */
public record AdjustmentView(String code, String amount, String reason, String bearer, String mend) {}
