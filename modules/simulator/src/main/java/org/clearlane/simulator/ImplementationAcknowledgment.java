package org.clearlane.simulator;

import java.io.IOException;
import java.util.List;
import org.clearlane.simulator.ReceivedSet.Fault;
import org.clearlane.x12.X12Writer;

/** The 999 (005010X231A1) to one functional group. */
final class ImplementationAcknowledgment implements Envelope.SetBody {

    static final String VERSION = "005010X231A1";

    /**
     * What the 999 says of one set.
     *
     * @param set as received
     * @param objection the claim for whose sake a scenario rejects the set, or null
     */
    record SetVerdict(ReceivedSet set, ReceivedClaim objection) {
        boolean accepted() {
            return set.fault() == null && objection == null;
        }
    }

    private final ReceivedGroup group;
    private final List<SetVerdict> verdicts;

    ImplementationAcknowledgment(ReceivedGroup group, List<SetVerdict> verdicts) {
        this.group = group;
        this.verdicts = verdicts;
    }

    @Override
    public void write(X12Writer writer) throws IOException {
        writer.segment("AK1", group.functionalId(), group.control(), group.version());
        for (SetVerdict verdict : verdicts) {
            ReceivedSet set = verdict.set();
            writer.segment("AK2", set.id(), set.control(), set.version());
            if (set.fault() != null) {
                fault(writer, set.fault());
            } else if (verdict.objection() != null) {
                objection(writer, verdict.objection());
            } else {
                writer.segment("IK5", "A");
            }
        }
        String all = Integer.toString(verdicts.size());
        long accepted = group.faultCode() != null
                ? 0
                : verdicts.stream().filter(SetVerdict::accepted).count();
        String code = accepted == verdicts.size() && group.faultCode() == null ? "A" : accepted == 0 ? "R" : "P";
        writer.segment("AK9", code, all, all, Long.toString(accepted), group.faultCode());
    }

    private static void fault(X12Writer writer, Fault fault) throws IOException {
        if (fault.segment() != null) {
            writer.segment("IK3", fault.segment(), Long.toString(fault.position()), "", "8");
            writer.segment("IK4", Integer.toString(fault.element()), fault.dataElement(), "6");
        }
        writer.segment("IK5", "R", fault.ik502());
    }

    private static void objection(X12Writer writer, ReceivedClaim claim) throws IOException {
        writer.segment("IK3", "CLM", Long.toString(claim.position()), "2300", "8");
        writer.segment("CTX", X12Writer.composite("CLM01", claim.pcn()));
        writer.segment("IK4", X12Writer.composite("5", "1"), "1331", "7", claim.facility());
        writer.segment("IK5", "R", "5");
    }
}
