package org.clearlane.generator;

/**
 * A payer that claims are made out to.
 *
 * @param id 2010BB NM109
 * @param name 2010BB NM103
 */
public record GeneratedPayer(String id, String name) {}
