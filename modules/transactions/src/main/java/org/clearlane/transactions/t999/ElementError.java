package org.clearlane.transactions.t999;

import java.util.List;

/**
 * An element at fault (IK4).
 *
 * @param element IK401-1, its number in the segment
 * @param component IK401-2; 0 when not said
 * @param repeat IK401-3; 0 when not said
 * @param dataElement IK402
 * @param code IK403
 * @param value IK404, what was sent; may be health information
 * @param triggers what made it required or forbidden
 */
public record ElementError(
        int element, int component, int repeat, String dataElement, String code, String value, List<Trigger> triggers) {

    public ElementError {
        triggers = List.copyOf(triggers);
    }
}
