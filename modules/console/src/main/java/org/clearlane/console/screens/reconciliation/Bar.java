package org.clearlane.console.screens.reconciliation;

import java.util.ArrayList;
import java.util.List;

/**
 * A bar of a chart; the table beside it has the same figures.
 *
 * @param value as it is written behind the bar
 * @param permille its length, of the longest bar's
 */
public record Bar(String label, String value, long permille) {

    /** A figure to be drawn. */
    record Figure(String label, String value, long size) {}

    /** Bars as long as their figures, the largest filling the width; what is negative has no length. */
    static List<Bar> of(List<Figure> figures) {
        long largest = 1;
        for (Figure figure : figures) {
            largest = Math.max(largest, figure.size());
        }
        List<Bar> bars = new ArrayList<>();
        for (Figure figure : figures) {
            bars.add(
                    new Bar(figure.label(), figure.value(), Math.round(1000.0 * Math.max(0, figure.size()) / largest)));
        }
        return bars;
    }
}
