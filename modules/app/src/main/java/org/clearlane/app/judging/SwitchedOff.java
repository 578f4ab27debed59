package org.clearlane.app.judging;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.clearlane.store.ledger.EditSwitches;

/** Which edits and rules are off on a day, by what operators decided. */
public final class SwitchedOff {

    private SwitchedOff() {}

    /** @param switches oldest first; of those that have begun, the newest about an edit counts */
    public static Set<String> on(LocalDate day, Collection<EditSwitches.Switch> switches) {
        Set<String> off = new TreeSet<>();
        for (EditSwitches.Switch each : switches) {
            if (!each.from().isAfter(day)) {
                if (each.active()) {
                    off.remove(each.editId());
                } else {
                    off.add(each.editId());
                }
            }
        }
        return off;
    }
}
