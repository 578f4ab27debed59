package org.clearlane.connections;

import java.time.Clock;
import org.clearlane.model.connection.*;

final class HttpsCoreConnection implements PayerConnection {
    HttpsCoreConnection(Settings s, Clock c) {}

    public Handover stage(OutboundFile f) {
        return null;
    }

    public Handover deliver(OutboundFile f) {
        return null;
    }

    public Handover inquire(OutboundFile f) {
        return null;
    }

    public Collection collect(AnswerSink s) {
        return null;
    }

    public Handover check() {
        return null;
    }

    public void close() {}
}
