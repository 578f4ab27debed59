package org.clearlane.explanation;

import java.util.List;

/**
 * One service line as it is shown; amounts with two decimals.
 *
 * @param allowedStated whether the payer itself says what it allows
 * @param remarks code and words
 */
public record LineView(
        int number,
        String date,
        String procedure,
        String sentAs,
        String units,
        String billed,
        String allowed,
        boolean allowedStated,
        String adjusted,
        String paid,
        String patient,
        List<AdjustmentView> adjustments,
        List<String> remarks) {}
