package org.clearlane.judgement;

/**
 * A functional group by its GS, as sent.
 *
 * @param functionalId GS01
 * @param applicationSender GS02
 * @param applicationReceiver GS03
 * @param control GS06
 * @param version GS08
 */
public record GroupFacts(
        String functionalId, String applicationSender, String applicationReceiver, String control, String version) {

    /** Whether it holds functional acknowledgments, which are never acknowledged in turn. */
    public boolean isAcknowledgment() {
        return functionalId.equals("FA");
    }
}
