package org.clearlane.app.validate;

import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.SourceCell;

/** Where in the submitter's own table something stands that was found in the 837 made of it. */
@FunctionalInterface
interface CellPlaces {

    /** For files that are X12 themselves. */
    CellPlaces NONE = (set, place) -> null;

    /** The cell behind a place in the n-th transaction set; null where there is none. */
    SourceCell cellOf(int set, Place place);
}
