package org.clearlane.model.remittance;

import java.util.List;

/**
 * The payer or the payee of a remittance (loops 1000A and 1000B).
 *
 * @param name N102
 * @param idQualifier N103
 * @param id N104
 * @param street N301 and N302, those present
 * @param city N401
 * @param state N402
 * @param postalCode N403
 * @param country N404
 * @param subdivision N407
 * @param references REF: 2U payer id, TJ tax number, PQ payee number …
 * @param contacts PER
 * @param delivery RDM, each element that was sent by its designator
 */
public record PaymentParty(
        String name,
        String idQualifier,
        String id,
        List<String> street,
        String city,
        String state,
        String postalCode,
        String country,
        String subdivision,
        List<Fact> references,
        List<Contact> contacts,
        List<Fact> delivery) {

    /** Nobody was named. */
    public static final PaymentParty NONE =
            new PaymentParty("", "", "", List.of(), "", "", "", "", "", List.of(), List.of(), List.of());

    public PaymentParty {
        street = List.copyOf(street);
        references = List.copyOf(references);
        contacts = List.copyOf(contacts);
        delivery = List.copyOf(delivery);
    }
}
