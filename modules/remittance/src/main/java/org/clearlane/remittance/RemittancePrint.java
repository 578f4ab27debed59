package org.clearlane.remittance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.ProviderAdjustment;

/**
 * A SHA-256 over what a remittance says of claims and provider adjustments, and over nothing else: a payer that sends it
 * again in a new envelope, on a new production date or with other separators sends the same print. Made while reading,
 * in constant memory. For one payment and one thread.
 */
public final class RemittancePrint {

    private static final char BETWEEN = '\u001f';
    private static final char END = '\u001e';

    private final MessageDigest digest;
    private final StringBuilder text = new StringBuilder(512);

    public RemittancePrint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The print of one claim alone. */
    public static String of(ClaimPayment claim) {
        RemittancePrint print = new RemittancePrint();
        print.add(claim);
        return print.value();
    }

    /** One claim of the payment. */
    public void add(ClaimPayment claim) {
        put("CLP");
        put(claim.patientControlNumber());
        put(claim.status());
        put(claim.charge().cents());
        put(claim.paid().cents());
        put(claim.payerControlNumber());
        put(claim.serviceFrom());
        adjustments(claim.adjustments());
        for (LinePayment line : claim.lines()) {
            put("SVC");
            put(line.procedure());
            line.modifiers().forEach(this::put);
            put(line.charge().cents());
            put(line.paid().cents());
            put(line.units());
            put(line.serviceDate());
            put(line.lineControlNumber());
            adjustments(line.adjustments());
        }
        flush();
    }

    /** One provider adjustment of the payment. */
    public void add(ProviderAdjustment adjustment) {
        put("PLB");
        put(adjustment.providerId());
        put(adjustment.reason());
        put(adjustment.identifier());
        put(adjustment.amount().cents());
        flush();
    }

    private void adjustments(List<Adjustment> adjustments) {
        for (Adjustment adjustment : adjustments) {
            put("CAS");
            put(adjustment.group());
            put(adjustment.reason());
            put(adjustment.amount().cents());
        }
    }

    private void put(String value) {
        text.append(value).append(BETWEEN);
    }

    private void put(long cents) {
        text.append(cents).append(BETWEEN);
    }

    private void flush() {
        text.append(END);
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    /** The print in hex. Ends the making: nothing can be added after it. */
    public String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
