package org.clearlane.transactions.t835;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Writer;

/**
 * Writes one practice's part of a payment as an 835 of its own: claims byte for byte as the payer sent them, between an
 * envelope, BPR and PLB of the part. Trace, method, dates and the payer's loop stay the original's, so the practice finds
 * the deposit. BPR02 is the part's amount; where more was taken back than paid, it is written without sign and BPR03 is
 * {@code D}. TS3 and TS2 are sums over the original and are left out.
 *
 * <p>{@link #begin}, then {@link #claim} for each (with {@link #group} where the original had an LX), then {@link #end},
 * which refuses a part that does not balance. Streams; not safe for use by several threads.
 */
public final class RemittanceWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final String VERSION = "005010X221A1";
    private static final int MOST_PAIRS_IN_A_PLB = 6;

    private final X12Writer x12;
    private final RemittanceEnvelope envelope;
    private final Delimiters theirs;
    private final Money amount;
    private Money paid = Money.ZERO;
    private int group;
    private boolean groupWritten;

    private RemittanceWriter(OutputStream out, RemittanceEnvelope envelope, Delimiters theirs, Money amount) {
        this.x12 = new X12Writer(out, envelope.delimiters());
        this.envelope = envelope;
        this.theirs = theirs;
        this.amount = amount;
    }

    /**
     * Writes everything up to the first claim.
     *
     * @param original the head of the payment that is shared out
     * @param payee whom the part is for; empty keeps the original's loop 1000B
     * @param amount the part's share of BPR02
     * @throws org.clearlane.x12.UnwritableValueException where a value holds a separator of {@code envelope}
     */
    public static RemittanceWriter begin(
            OutputStream out,
            RemittanceEnvelope envelope,
            Clock clock,
            RemittanceHead original,
            Optional<Payee> payee,
            Money amount)
            throws IOException {
        RemittanceWriter writer = new RemittanceWriter(out, envelope, original.delimiters(), amount);
        writer.envelope(LocalDateTime.now(clock));
        writer.head(original, payee);
        return writer;
    }

    private void envelope(LocalDateTime now) throws IOException {
        x12.interchangeHeader(
                new String[] {
                    envelope.senderQualifier(), envelope.senderId(), envelope.receiverQualifier(), envelope.receiverId()
                },
                now,
                envelope.interchangeControl(),
                false,
                envelope.usage());
        x12.segment(
                "GS",
                "HP",
                envelope.senderId(),
                envelope.receiverId(),
                DATE.format(now),
                TIME.format(now),
                Long.toString(envelope.groupControl()),
                "X",
                VERSION);
        x12.segment("ST", "835", envelope.setControl());
    }

    private void head(RemittanceHead original, Optional<Payee> payee) throws IOException {
        boolean skipping = false;
        for (String text : original.segments()) {
            Segment segment = Segment.of(text, theirs);
            if (segment.is("N1")) {
                skipping = segment.elementEquals(1, "PE") && payee.isPresent();
                if (skipping) {
                    payee(payee.get());
                }
            }
            if (skipping) {
                continue;
            }
            if (segment.is("BPR")) {
                payment(segment);
            } else if (segment.is("REF") && segment.elementEquals(1, "EV")) {
                x12.segment("REF", "EV", envelope.receiverId());
            } else {
                copy(text);
            }
        }
    }

    private void payment(Segment bpr) throws IOException {
        Object[] elements = new Object[Math.max(bpr.elementCount(), 3)];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = bpr.element(i + 1);
        }
        elements[1] = (amount.isNegative() ? amount.negated() : amount).toX12();
        elements[2] = amount.isNegative() ? "D" : "C";
        x12.segment("BPR", elements);
    }

    private void payee(Payee payee) throws IOException {
        boolean byNpi = !payee.npi().isBlank();
        x12.segment("N1", "PE", payee.name(), byNpi ? "XX" : "FI", byNpi ? payee.npi() : payee.taxId());
        if (byNpi && !payee.taxId().isBlank()) {
            x12.segment("REF", "TJ", payee.taxId());
        }
    }

    /** The next claim stands in a new loop 2000. LX is written with it, so a group without claims leaves nothing. */
    public void group() {
        groupWritten = false;
    }

    /** One claim of the part, as it was read. */
    public void claim(ClaimPayment claim) throws IOException {
        if (!groupWritten) {
            x12.segment("LX", Integer.toString(++group));
            groupWritten = true;
        }
        for (String text : claim.segments()) {
            copy(text);
        }
        paid = paid.plus(claim.paid());
    }

    private void copy(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        x12.copy(bytes, 0, bytes.length, theirs);
    }

    /**
     * Writes the part's PLB and the trailers.
     *
     * @throws IllegalStateException when Σ CLP04 − Σ PLB is not the amount given at the beginning: the part was put
     *     together wrongly, and what was written must be thrown away
     */
    public void end(List<ProviderAdjustment> providerAdjustments) throws IOException {
        Money sum = paid;
        for (ProviderAdjustment adjustment : providerAdjustments) {
            sum = sum.minus(adjustment.amount());
        }
        if (!sum.equals(amount)) {
            throw new IllegalStateException("the part of the payment does not balance");
        }
        providerAdjustments(providerAdjustments);
        x12.segment("SE", Long.toString(x12.segmentsInSet()), envelope.setControl());
        x12.segment("GE", "1", Long.toString(envelope.groupControl()));
        x12.segment("IEA", "1", "%09d".formatted(envelope.interchangeControl()));
    }

    /** One PLB holds up to six adjustments of one provider and fiscal period. */
    private void providerAdjustments(List<ProviderAdjustment> adjustments) throws IOException {
        int at = 0;
        while (at < adjustments.size()) {
            ProviderAdjustment first = adjustments.get(at);
            List<Object> elements = new ArrayList<>(List.of(first.providerId(), first.fiscalPeriod()));
            for (int pairs = 0; pairs < MOST_PAIRS_IN_A_PLB && at < adjustments.size(); pairs++, at++) {
                ProviderAdjustment next = adjustments.get(at);
                boolean sameProvider = next.providerId().equals(first.providerId())
                        && next.fiscalPeriod().equals(first.fiscalPeriod());
                if (!sameProvider) {
                    break;
                }
                elements.add(X12Writer.composite(next.reason(), next.identifier()));
                elements.add(next.amount().toX12());
            }
            x12.segment("PLB", elements.toArray());
        }
    }
}
