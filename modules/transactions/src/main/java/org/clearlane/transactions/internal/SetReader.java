package org.clearlane.transactions.internal;

import org.clearlane.x12.Segment;

/** Reads the body of one transaction set, segment by segment, and never throws for bad data. */
public interface SetReader {

    /** The next segment between ST and SE. */
    void segment(Segment segment);

    /** The set is over, whether or not its SE was there. */
    void end();
}
