package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;

/** One thing that must hold. */
interface Invariant {

    /** As in the reliability promise: I1 to I12. */
    String id();

    /** What must hold, in a few words. */
    String title();

    /** Looks at everything it is about and tells every breach. */
    void check(Audit audit, Tally tally) throws SQLException, IOException;
}
