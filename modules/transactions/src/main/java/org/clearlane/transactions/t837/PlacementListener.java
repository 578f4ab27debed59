package org.clearlane.transactions.t837;

/** Hears where each claim was put. */
@FunctionalInterface
public interface PlacementListener {

    /** One claim has been written. */
    void placed(Placement placement);
}
