package org.clearlane.console.web;

import org.clearlane.pipeline.posting.AcceptRemittance;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.store.archive.Archive;

/**
 * What pages about money work with.
 *
 * @param labels words for adjustment codes
 * @param archive the bytes of remittances
 * @param accepting what lets a held remittance count
 */
public record MoneyMeans(AdjustmentLabels labels, Archive archive, AcceptRemittance accepting) {}
