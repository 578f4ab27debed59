package org.clearlane.console.screens.worklist;

import java.time.Instant;
import org.clearlane.model.Money;

/** Many claims that somebody wants mended and nobody has confirmed. */
public record WaitingProposal(String id, String proposedBy, Instant proposedAt, int claims, Money charge) {}
