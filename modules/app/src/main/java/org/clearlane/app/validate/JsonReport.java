package org.clearlane.app.validate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.clearlane.judgement.ClaimCounts;
import org.clearlane.judgement.InterchangeFacts;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;

/**
 * The report as other programs read it: one object a file, on one line. Findings about an envelope, which belong to no
 * set, stand under {@code findings} of their interchange or group, and that name is left out where there are none.
 */
final class JsonReport {

    private final ObjectMapper mapper = new ObjectMapper();

    String of(FileReport report) {
        ObjectNode root = mapper.createObjectNode();
        root.put("file", report.file());
        root.put("verdict", report.verdict().verdict().name().toLowerCase(Locale.ROOT));
        ClaimCounts claims = report.verdict().claims();
        root.putObject("claims")
                .put("total", claims.total())
                .put("accepted", claims.accepted())
                .put("rejected", claims.rejected());
        ArrayNode interchanges = root.putArray("interchanges");
        report.interchanges().forEach(each -> interchange(interchanges.addObject(), each));
        envelopeFindings(root, report.verdict().findings());
        return root.toString();
    }

    private void interchange(ObjectNode node, FileReport.InterchangeReport report) {
        InterchangeFacts facts = report.verdict().facts();
        node.put("control", facts.control());
        node.put("sender", facts.senderQualifier() + ":" + facts.senderId());
        node.put("receiver", facts.receiverQualifier() + ":" + facts.receiverId());
        node.putObject("ta1")
                .put("code", report.verdict().ta1().ackCode())
                .put("note", report.verdict().ta1().noteCode());
        ArrayNode groups = node.putArray("groups");
        report.groups().forEach(each -> group(groups.addObject(), each));
        envelopeFindings(node, report.verdict().findings());
    }

    private void group(ObjectNode node, FileReport.GroupReport report) {
        node.put("control", report.verdict().facts().control());
        node.put("functionalId", report.verdict().facts().functionalId());
        node.put("version", report.verdict().facts().version());
        node.put("ack", report.ack());
        ArrayNode sets = node.putArray("transactions");
        report.sets().forEach(each -> set(sets.addObject(), each));
        envelopeFindings(node, report.verdict().findings());
    }

    private void set(ObjectNode node, FileReport.SetReport report) {
        node.put("control", report.verdict().facts().control());
        node.put("kind", report.verdict().facts().kind());
        node.put("guide", report.verdict().facts().version());
        node.put("ack", report.ack());
        node.put("claims", report.verdict().claims().total());
        ArrayNode findings = node.putArray("findings");
        report.findings().forEach(each -> finding(findings.addObject(), each.finding(), each.patientControlNumber()));
    }

    private void envelopeFindings(ObjectNode node, List<Finding> findings) {
        if (!findings.isEmpty()) {
            ArrayNode array = node.putArray("findings");
            findings.forEach(each -> finding(array.addObject(), each, ""));
        }
    }

    private void finding(ObjectNode node, Finding finding, String claim) {
        Place place = finding.place();
        node.put("code", finding.code());
        node.put("snip", finding.snip());
        node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        node.put("claim", orNull(claim));
        node.put("loop", orNull(place.loop()));
        node.put("segment", orNull(place.segment()));
        number(node, "position", place.position());
        number(node, "element", place.element());
        number(node, "component", place.component());
        number(node, "repeat", place.repeat());
        AckCodes ack = finding.ack();
        if (ack.equals(AckCodes.NONE)) {
            node.putNull("ack");
        } else {
            ObjectNode codes =
                    node.putObject("ack").put("ik3", orNull(ack.ik3())).put("ik4", orNull(ack.ik4()));
            if (!ack.ik5().isEmpty()) {
                codes.put("ik5", ack.ik5());
            }
        }
        node.put("status", finding.status() == null ? null : finding.status().toString());
        node.put("message", finding.message());
        node.put("mend", finding.mend());
    }

    private static void number(ObjectNode node, String name, int value) {
        if (value == 0) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
