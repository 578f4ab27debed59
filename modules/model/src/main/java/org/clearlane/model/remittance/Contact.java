package org.clearlane.model.remittance;

import java.util.List;

/**
 * Whom to ask (PER).
 *
 * @param function PER01: CX claims, BL technical, IC web site
 * @param name PER02
 * @param numbers PER03 and 04, 05 and 06, 07 and 08: TE, FX, EM, EX, UR with its number or address
 */
public record Contact(String function, String name, List<Fact> numbers) {

    public Contact {
        numbers = List.copyOf(numbers);
    }
}
