package org.clearlane.transactions.t837;

/**
 * The second payer and the member there, where the claim itself does not say it in a loop 2320.
 *
 * @param payerName 2010BB NM103
 * @param payerCode 2010BB NM109
 * @param memberId 2010BA NM109 of a patient who is the subscriber of the second plan too; empty where only the claim's own
 *     loop 2320 may be used
 * @param filing SBR09, for example CI or MC; used with {@code memberId} only
 */
public record SecondaryCoverage(String payerName, String payerCode, String memberId, String filing) {}
