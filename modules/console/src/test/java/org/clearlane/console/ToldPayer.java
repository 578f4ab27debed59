package org.clearlane.console;

import org.clearlane.model.connection.AnswerSink;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;

/** A payer whose connection is as it is told; nothing must be sent to it from a page. */
final class ToldPayer implements PayerConnection {

    private volatile Handover found = new Handover.Delivered("logged in");
    private volatile int handed;

    /** How the next looks at the connection go. */
    void is(Handover outcome) {
        found = outcome;
    }

    /** How often anything was staged or delivered. */
    int handed() {
        return handed;
    }

    @Override
    public Handover stage(OutboundFile file) {
        handed++;
        return new Handover.Delivered("staged");
    }

    @Override
    public Handover deliver(OutboundFile file) {
        handed++;
        return new Handover.Delivered("delivered");
    }

    @Override
    public Handover inquire(OutboundFile file) {
        return new Handover.Unknown("not asked");
    }

    @Override
    public Collection collect(AnswerSink sink) {
        return new Collection(0, null);
    }

    @Override
    public Handover check() {
        return found;
    }

    @Override
    public void close() {}
}
