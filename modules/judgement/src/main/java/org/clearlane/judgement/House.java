package org.clearlane.judgement;

/**
 * Who answers.
 *
 * @param name 277CA 2100A NM103
 * @param id 277CA 2100A NM109
 */
public record House(String name, String id) {}
