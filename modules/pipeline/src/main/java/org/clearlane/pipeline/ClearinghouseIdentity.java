package org.clearlane.pipeline;

/**
 * Who we are on the wire.
 *
 * @param name 1000A NM103
 * @param id 1000A NM109, and ISA06 of answers to practices
 * @param contact PER02
 * @param phone PER04, ten digits
 */
public record ClearinghouseIdentity(String name, String id, String contact, String phone) {}
