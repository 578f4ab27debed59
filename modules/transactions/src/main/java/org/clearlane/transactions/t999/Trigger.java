package org.clearlane.transactions.t999;

/**
 * What made something required or forbidden (CTX SITUATIONAL TRIGGER).
 *
 * @param segment CTX02
 * @param position CTX03, its number in the set
 * @param loop CTX04
 * @param element CTX05-1; 0 when not said
 * @param component CTX05-2; 0 when not said
 */
public record Trigger(String segment, int position, String loop, int element, int component) {}
