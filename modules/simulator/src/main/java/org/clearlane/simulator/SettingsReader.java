package org.clearlane.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.x12.Delimiters;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@link SimulatorSettings} from YAML and finds every mistake in it. */
final class SettingsReader {

    /** What live traffic uses (element, component, repetition, segment): nobody may take {@code *:^~} for granted. */
    private static final String LIVE_DELIMITERS = "|^}~";

    private static final Map<AnswerKind, Long> USUAL_DELAYS =
            Map.of(AnswerKind.TA1, 0L, AnswerKind.ACK_999, 200L, AnswerKind.ACK_277CA, 400L, AnswerKind.ERA_835, 800L);

    private final List<String> mistakes = new ArrayList<>();

    static SimulatorSettings read(String yaml, Path base) {
        return new SettingsReader().settings(yaml, base);
    }

    private SimulatorSettings settings(String yaml, Path base) {
        Object document;
        try {
            document =
                    new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new InvalidSettingsException(List.of("not readable as YAML: " + e.getMessage()));
        }
        SettingsNode root = new SettingsNode(document, "", mistakes);
        long seed = root.number("seed", 1, 0);
        Path data = base.resolve(root.text("data", "simulator-data"));
        List<PayerSettings> payers =
                root.children("payers").stream().map(this::payer).toList();
        root.nothingElse();
        if (payers.isEmpty()) {
            mistakes.add("payers is empty");
        }
        Set<String> ids = new HashSet<>();
        payers.stream()
                .map(PayerSettings::id)
                .filter(id -> !ids.add(id))
                .forEach(id -> mistakes.add("payers: id " + id + " is there twice"));
        if (!mistakes.isEmpty()) {
            throw new InvalidSettingsException(mistakes);
        }
        return new SimulatorSettings(seed, data, payers);
    }

    private PayerSettings payer(SettingsNode node) {
        String id = node.matching("id", "", "[A-Za-z0-9_-]{1,40}", "1 to 40 of A-Z a-z 0-9 _ -");
        SettingsNode isa = node.child("isa");
        String qualifier = isa.matching("qualifier", "ZZ", "[A-Z0-9]{2}", "two letters or digits");
        String isaId = isa.matching("id", id, "[A-Za-z0-9._-]{2,15}", "2 to 15 letters and digits");
        isa.nothingElse();
        String taxId = node.matching("taxId", "999999999", "\\d{9}", "nine digits");
        PayerSettings payer = new PayerSettings(
                id,
                node.texts("payerIds"),
                node.matching("name", id, "[A-Za-z0-9 .,&'/()_-]{1,60}", "1 to 60 plain characters"),
                node.choice("transport", Transport.class, null),
                (int) node.number("port", 0, 0),
                node.text("user", "clearlane"),
                node.text("password", "clearlane-" + id),
                delimiters(node),
                qualifier,
                isaId,
                taxId,
                (int) node.number("speed", 1, 1),
                delays(node.child("delays")),
                node.choice("remittanceFiles", RemittanceFiles.class, RemittanceFiles.ONE_PER_BATCH)
                        == RemittanceFiles.ONE_PER_PAYEE,
                node.children("scenarios").stream().map(this::scenario).toList(),
                node.children("deliveries").stream().map(this::delivery).toList());
        node.nothingElse();
        if (payer.payerIds().stream().anyMatch(one -> !one.matches("[A-Za-z0-9]{2,20}"))) {
            node.mistake("payerIds", "has one that is not 2 to 20 letters and digits");
        }
        return payer;
    }

    private enum RemittanceFiles {
        ONE_PER_BATCH,
        ONE_PER_PAYEE
    }

    private static Delimiters delimiters(SettingsNode node) {
        try {
            return Delimiters.of(node.text("delimiters", LIVE_DELIMITERS));
        } catch (IllegalArgumentException e) {
            node.mistake("delimiters", "cannot be used: " + e.getMessage());
            return Delimiters.USUAL;
        }
    }

    private static Map<AnswerKind, Long> delays(SettingsNode node) {
        Map<AnswerKind, Long> delays = new EnumMap<>(AnswerKind.class);
        for (AnswerKind kind : AnswerKind.values()) {
            delays.put(kind, node.number(kind.label(), USUAL_DELAYS.get(kind), 0));
        }
        node.nothingElse();
        return delays;
    }

    private Scenario scenario(SettingsNode node) {
        Scenario usual = Scenario.usual();
        When when = when(node);
        List<String> statuses = node.texts("statuses");
        String reason = node.matching(
                "reason", usual.denial(), "(CO|OA|PI|PR)-[A-Z0-9]{1,5}", "a group and a reason, as in CO-50");
        Scenario scenario = new Scenario(
                node.text("name", ""),
                node.choice("does", ClaimOutcome.class, null),
                when,
                (int) node.number("weight", when == null ? 1 : 0, 0),
                node.percent("allowed", usual.allowedBasisPoints()),
                node.percent("correctedAllowed", usual.correctedBasisPoints()),
                orZero(node.cents("deductible")),
                node.percent("coinsurance", 0),
                orZero(node.cents("copay")),
                reason,
                node.matching("remark", null, "[A-Z]{1,2}[0-9]{1,4}", "a remark code, as in N115"),
                statuses.isEmpty() ? usual.statuses() : statuses,
                node.text("onLine", "false").equals("true"),
                plb(node),
                node.number("correctsAfter", 1000, 0));
        if (scenario.statuses().size() > 3
                || scenario.statuses().stream()
                        .anyMatch(status -> !status.matches("A[0-9]:[0-9]{1,4}(:[A-Z0-9]{2,3})?"))) {
            node.mistake("statuses", "are not one to three as in A7:562:85");
        }
        node.nothingElse();
        return scenario;
    }

    private static long orZero(Long cents) {
        return cents == null ? 0 : cents;
    }

    private static Scenario.Plb plb(SettingsNode node) {
        if (!node.has("plb")) {
            return null;
        }
        SettingsNode plb = node.child("plb");
        Scenario.Plb adjustment = new Scenario.Plb(
                plb.matching("reason", "", "[A-Z0-9]{2}", "a PLB reason, as in WO"), orZero(plb.cents("amount")));
        if (adjustment.cents() == 0) {
            plb.mistake("amount", "is missing or nothing");
        }
        plb.nothingElse();
        return adjustment;
    }

    private static When when(SettingsNode node) {
        if (!node.has("when")) {
            return null;
        }
        SettingsNode when = node.child("when");
        String pcn = when.text("pcn", null);
        Long chargeOver = when.cents("chargeOver");
        String procedure = when.text("procedure", null);
        String payee = when.text("payee", null);
        when.nothingElse();
        if (pcn == null && chargeOver == null && procedure == null && payee == null) {
            when.mistake("", "has no condition");
            return null;
        }
        return new When(pcn, chargeOver, procedure, payee);
    }

    private Delivery delivery(SettingsNode node) {
        When when = when(node);
        Set<AnswerKind> answers = EnumSet.noneOf(AnswerKind.class);
        for (String label : node.texts("answers")) {
            AnswerKind kind = AnswerKind.ofLabel(label);
            if (kind == null) {
                node.mistake("answers", "has one that is none of TA1, 999, 277CA, 835");
            } else {
                answers.add(kind);
            }
        }
        Delivery delivery = new Delivery(
                node.text("name", ""),
                node.choice("does", DeliveryQuirk.class, null),
                when,
                (int) node.number("weight", when == null ? 1 : 0, 0),
                answers.isEmpty() ? EnumSet.allOf(AnswerKind.class) : answers,
                node.number("after", 5000, 0),
                node.matching("note", "020", "0[0-3][0-9]", "a TA105 code"));
        node.nothingElse();
        return delivery;
    }
}
