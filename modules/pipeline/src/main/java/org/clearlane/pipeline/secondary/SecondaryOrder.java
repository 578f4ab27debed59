package org.clearlane.pipeline.secondary;

/**
 * What a person asks for.
 *
 * @param claim our id of the first claim, or the practice's number
 * @param payer the second payer's id in config/payers
 * @param memberId the patient's number with the second payer, where the claim does not say it; else empty
 * @param filing SBR09 of the second payer, used with {@code memberId}
 */
public record SecondaryOrder(String claim, String payer, String memberId, String filing) {}
