package org.clearlane.transactions.t835;

/**
 * Whom a part of a payment is for (loop 1000B).
 *
 * @param name N102
 * @param npi N104 with XX; may be empty where the tax number is not
 * @param taxId N104 with FI where there is no NPI, else REF*TJ; may be empty where the NPI is not
 */
public record Payee(String name, String npi, String taxId) {

    public Payee {
        if (npi.isBlank() && taxId.isBlank()) {
            throw new IllegalArgumentException("a payee has an NPI or a tax number");
        }
    }
}
