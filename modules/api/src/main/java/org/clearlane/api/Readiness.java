package org.clearlane.api;

import java.util.List;

/** What keeps this node from taking work, in plain words without addresses or secrets. */
@FunctionalInterface
public interface Readiness {

    /** A sentence a part that is not ready; empty when all are. Answers within two seconds, whatever is dead. */
    List<String> missing();
}
