package org.clearlane.simulator;

/**
 * A billing provider, loop 2010AA.
 *
 * @param party NM1*85
 * @param taxId REF*EI or REF*SY, or empty
 * @param street N301
 * @param city N401
 * @param state N402
 * @param zip N403
 */
record ReceivedProvider(ReceivedParty party, String taxId, String street, String city, String state, String zip) {

    static final ReceivedProvider NONE = new ReceivedProvider(ReceivedParty.NOBODY, "", "", "", "", "");

    String npi() {
        return party.id();
    }

    /** Who is paid together: the NPI, and the tax id that money goes to. */
    String payeeKey() {
        return npi() + "/" + taxId;
    }

    ReceivedProvider withTaxId(String id) {
        return new ReceivedProvider(party, id, street, city, state, zip);
    }

    ReceivedProvider withStreet(String n301) {
        return new ReceivedProvider(party, taxId, n301, city, state, zip);
    }

    ReceivedProvider withCity(String n401, String n402, String n403) {
        return new ReceivedProvider(party, taxId, street, n401, n402, n403);
    }
}
