package org.clearlane.transactions.t277ca;

import org.clearlane.model.Money;
import org.clearlane.model.finding.ClaimStatus;

/**
 * One status of an STC segment; STC01, STC10 and STC11 give one each.
 *
 * @param status category, status and entity as sent
 * @param action STC03: WQ accept, U reject; not to be relied on
 * @param date STC02 as sent
 * @param amount STC04; null when left out or unreadable
 * @param message STC12
 */
public record StatusEntry(ClaimStatus status, String action, String date, Money amount, String message) {}
