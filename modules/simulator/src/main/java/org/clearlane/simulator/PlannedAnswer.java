package org.clearlane.simulator;

/**
 * An answer that is written but not yet handed out.
 *
 * @param kind what it answers with, or would have
 * @param bytes of the file
 * @param dueMillis when it is handed out, milliseconds since the epoch on the simulator's clock
 */
record PlannedAnswer(AnswerKind kind, byte[] bytes, long dueMillis) {}
