package org.clearlane.transactions.t277ca;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.clearlane.model.Money;
import org.clearlane.model.claim.BillingProvider;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Patient;
import org.clearlane.model.claim.ServiceDays;
import org.clearlane.model.claim.Subscriber;
import org.clearlane.transactions.AnswerEnvelope;
import org.clearlane.transactions.internal.Numbers;
import org.clearlane.transactions.internal.SegmentSink;

/**
 * The provider and patient levels of one 277CA set, written while the claims stream by, to a place the caller owns (a
 * file in the work folder). The receiver level above them holds their counts and sums, so it is written afterwards, by
 * {@link ClaimStatusWriter#set}. Memory does not grow with the number of claims.
 *
 * <p>HL numbers are right already: 1 and 2 are the source and the receiver, details begin with 3. Claims of one billing
 * provider that follow each other share a provider level. Not safe for use by several threads.
 */
public final class ClaimStatusSpool {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final SegmentSink sink;
    private final AnswerEnvelope envelope;
    private final String statusDate;
    private final OutputStream details;

    private int hl = 2;
    private int providerHl;
    private BillingProvider provider;
    private long accepted;
    private long rejected;
    private Money acceptedCharge = Money.ZERO;
    private Money rejectedCharge = Money.ZERO;

    /**
     * @param details where the levels are written; the caller buffers and closes it
     * @param envelope the one the set will be written with
     * @param statusDate STC02
     */
    public ClaimStatusSpool(OutputStream details, AnswerEnvelope envelope, LocalDate statusDate) {
        this.details = details;
        this.sink = new SegmentSink(details, envelope.delimiters(), envelope.lineBreaks());
        this.envelope = envelope;
        this.statusDate = DATE.format(statusDate);
    }

    /** Adds the answer to one claim. */
    public void append(ClaimOutcome outcome) throws IOException {
        Claim claim = outcome.claim();
        openProvider(claim.billingProvider());
        sink.segment("HL", ++hl, providerHl, "PT");
        writePatient(claim.subscriber(), claim.patient());
        sink.segment("TRN", "2", sink.fit(claim.patientControlNumber(), 50));
        Money charge = claim.charge() == null ? Money.ZERO : claim.charge();
        new StatusSegments(sink, statusDate).write(outcome, charge);
        if (!outcome.d9().isEmpty()) {
            sink.segment("REF", "D9", sink.fit(outcome.d9(), 50));
        }
        String billType = sink.fit(claim.billType(), 50);
        if (!billType.isEmpty()) {
            sink.segment("REF", "BLT", billType);
        }
        writeServiceDates(claim);
        if (outcome.accepted()) {
            accepted++;
            acceptedCharge = Numbers.sum(acceptedCharge, charge);
        } else {
            rejected++;
            rejectedCharge = Numbers.sum(rejectedCharge, charge);
        }
    }

    private void openProvider(BillingProvider next) throws IOException {
        if (provider != null && isSame(provider, next)) {
            return;
        }
        provider = next;
        providerHl = ++hl;
        sink.segment("HL", providerHl, "2", "19", "1");
        boolean npi = next.npi().length() > 1;
        String id = sink.fit(npi ? next.npi() : next.taxId(), 80);
        sink.segment(
                "NM1",
                "85",
                next.first().isEmpty() ? "2" : "1",
                orUnknown(sink.fit(next.organization(), 60), 1),
                sink.fit(next.first(), 35),
                "",
                "",
                "",
                npi ? "XX" : "FI",
                orUnknown(id, 2));
    }

    private static boolean isSame(BillingProvider one, BillingProvider other) {
        return one.npi().equals(other.npi())
                && one.taxId().equals(other.taxId())
                && one.organization().equals(other.organization())
                && one.first().equals(other.first());
    }

    private void writePatient(Subscriber subscriber, Patient patient) throws IOException {
        String last = patient == null ? subscriber.last() : patient.last();
        String first = patient == null ? subscriber.first() : patient.first();
        sink.segment(
                "NM1",
                "QC",
                "1",
                orUnknown(sink.fit(last, 60), 1),
                sink.fit(first, 35),
                "",
                "",
                "",
                "MI",
                orUnknown(sink.fit(subscriber.memberId(), 80), 2));
    }

    /** What the guide requires and the sender left out or sent too short; else nobody could read the answer. */
    private static String orUnknown(String value, int shortest) {
        return value.length() < shortest ? "UNKNOWN" : value;
    }

    /** DTP*472: the first to the last day of service, as far as they can be read. */
    private void writeServiceDates(Claim claim) throws IOException {
        ServiceDays days = ServiceDays.of(claim);
        if (days.isEmpty()) {
            return;
        }
        if (days.from().equals(days.to())) {
            sink.segment("DTP", "472", "D8", days.from());
        } else {
            sink.segment("DTP", "472", "RD8", days.from() + "-" + days.to());
        }
    }

    /** Hands everything written so far to the stream below. */
    public void flush() throws IOException {
        details.flush();
    }

    /** The envelope the details were written for. */
    AnswerEnvelope envelope() {
        return envelope;
    }

    /** How many segments were written. */
    long segments() {
        return sink.segmentCount();
    }

    /** How many claims go on. */
    public long accepted() {
        return accepted;
    }

    /** How many claims were refused. */
    public long rejected() {
        return rejected;
    }

    /** The charges of the claims that go on. */
    public Money acceptedCharge() {
        return acceptedCharge;
    }

    /** The charges of the claims that were refused. */
    public Money rejectedCharge() {
        return rejectedCharge;
    }
}
