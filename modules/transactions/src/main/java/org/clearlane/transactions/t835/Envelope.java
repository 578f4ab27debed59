package org.clearlane.transactions.t835;

import org.clearlane.x12.Segment;

/** What the ISA and GS in force said. */
final class Envelope {

    String senderQualifier = "";
    String senderId = "";
    String receiverQualifier = "";
    String receiverId = "";
    String usage = "";
    String interchangeControl = "";
    String groupControl = "";
    String version = "";

    private boolean open;

    /** Whether an ISA still waits for its IEA. */
    boolean isOpen() {
        return open;
    }

    void end() {
        open = false;
    }

    void interchange(Segment isa) {
        open = true;
        senderQualifier = isa.element(5).strip();
        senderId = isa.element(6).strip();
        receiverQualifier = isa.element(7).strip();
        receiverId = isa.element(8).strip();
        interchangeControl = isa.element(13).strip();
        usage = isa.element(15).strip();
        groupControl = "";
        version = "";
    }

    void group(Segment gs) {
        groupControl = gs.element(6);
        version = gs.element(8);
    }
}
