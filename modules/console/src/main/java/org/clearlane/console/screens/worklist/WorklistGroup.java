package org.clearlane.console.screens.worklist;

import java.util.List;
import org.clearlane.model.Money;

/**
 * Claims that wait for the same reason.
 *
 * @param code of the finding, the payer's status codes, or why it is held
 * @param place the element the finding is about; empty where it names none
 * @param reason in words
 * @param byAge how many of each {@link Age}
 */
public record WorklistGroup(
        RefusedBy by, String code, String place, String reason, long claims, Money charge, List<Long> byAge) {

    public WorklistGroup {
        byAge = List.copyOf(byAge);
    }
}
