package org.clearlane.app.validate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.clearlane.app.validate.FileReport.GroupReport;
import org.clearlane.app.validate.FileReport.InterchangeReport;
import org.clearlane.app.validate.FileReport.SetReport;
import org.clearlane.judgement.InterchangeFacts;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.transactions.t999.ClaimFinding;

/**
 * The report as other programs read it: one object a file, on one line. Findings that belong to no set (about the file,
 * an envelope, or rows of a table that never became X12) stand under {@code findings} of what they are about, and that
 * name is left out where there are none; so are {@code row} and {@code column} for X12, {@code held}, and the counts of
 * what a long report leaves out.
 */
final class JsonReport {

    private final ObjectMapper mapper = new ObjectMapper();

    String of(String file, JudgedFile judged) {
        ObjectNode root = mapper.createObjectNode();
        root.put("file", file);
        root.put("verdict", judged.verdict().name().toLowerCase(Locale.ROOT));
        ObjectNode claims = root.putObject("claims")
                .put("total", judged.claims().total())
                .put("accepted", judged.accepted())
                .put("rejected", judged.claims().rejected());
        notNone(claims, "held", judged.claims().held());
        ArrayNode interchanges = root.putArray("interchanges");
        judged.interchanges().forEach(each -> interchange(interchanges.addObject(), each));
        notNone(root, "interchangesNotShown", judged.interchangesNotShown());
        if (!judged.findings().isEmpty()) {
            findings(root, judged.findings());
        }
        notNone(root, "findingsNotShown", judged.moreFindings());
        return root.toString();
    }

    private void interchange(ObjectNode node, InterchangeReport report) {
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

    private void group(ObjectNode node, GroupReport report) {
        node.put("control", report.control());
        node.put("functionalId", report.functionalId());
        node.put("version", report.version());
        node.put("ack", report.ack());
        ArrayNode sets = node.putArray("transactions");
        report.sets().forEach(each -> set(sets.addObject(), each));
        notNone(node, "transactionsNotShown", report.setsNotShown());
        envelopeFindings(node, report.findings());
    }

    private void set(ObjectNode node, SetReport report) {
        node.put("control", report.control());
        node.put("kind", report.kind());
        node.put("guide", report.guide());
        node.put("ack", report.ack());
        node.put("claims", report.claims());
        findings(node, report.findings());
        notNone(node, "findingsNotShown", report.more());
    }

    private void envelopeFindings(ObjectNode node, List<Finding> findings) {
        if (!findings.isEmpty()) {
            findings(
                    node,
                    findings.stream().map(each -> new ClaimFinding(each, "")).toList());
        }
    }

    private void findings(ObjectNode node, List<ClaimFinding> findings) {
        ArrayNode array = node.putArray("findings");
        findings.forEach(each -> finding(array.addObject(), each.finding(), each.patientControlNumber()));
    }

    private static void finding(ObjectNode node, Finding finding, String claim) {
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
        if (finding.cell() != null) {
            number(node, "row", finding.cell().row());
            node.put("column", orNull(finding.cell().column()));
        }
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
        if (finding.code().startsWith("repair.")) {
            node.put("value", finding.value());
        }
    }

    private static void number(ObjectNode node, String name, int value) {
        if (value == 0) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }

    private static void notNone(ObjectNode node, String name, long count) {
        if (count > 0) {
            node.put(name, count);
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
