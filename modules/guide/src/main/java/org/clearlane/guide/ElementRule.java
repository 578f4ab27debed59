package org.clearlane.guide;

/**
 * What a guide says of one element or component in one place.
 *
 * @param usage {@code R} required, {@code S} situational, {@code N} not used
 * @param min shortest length; a number's sign and point are not counted
 * @param max longest length
 * @param repeats how often it may repeat
 * @param codes the codes allowed, or null when any value may stand there
 * @param components the components in order, from index 0; empty for a simple element, and for a composite that the
 *     definition does not look into
 * @param dataElement the number in the standard's dictionary
 * @param label what it is called in plain words
 */
record ElementRule(
        char usage,
        ElementType type,
        int min,
        int max,
        int repeats,
        CodeSet codes,
        ElementRule[] components,
        String dataElement,
        String label) {

    static final ElementRule[] NO_COMPONENTS = {};

    boolean isRequired() {
        return usage == 'R';
    }

    boolean isUnused() {
        return usage == 'N';
    }
}
