package org.clearlane.pipeline.correction;

/** Why a claim cannot be handed in again in this way, and what to do instead; sentences for people. */
public record Impossible(String why, String mend) {}
