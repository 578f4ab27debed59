package org.clearlane.explanation;

/** The head of a payment as it is shown. */
public record PaymentView(
        String payer, String payerId, String payee, String payeeNumbers, String amount, String method, String date, String trace) {}
