package org.clearlane.transactions.t999;

/**
 * What an error is part of (CTX).
 *
 * @param name CTX01-1, for example {@code CLM01}
 * @param value CTX01-2, for example the claim's patient control number
 */
public record BusinessUnit(String name, String value) {}
