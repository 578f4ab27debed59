package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;

/** A ledger in memory, and the rows read into it. */
final class Books {

    private static final Pattern CLAIM = Pattern.compile("claim +(\\w+) +billed ([\\d.]+)(?: +(\\w+))?");
    static final Pattern REMITTANCE = Pattern.compile(
            "835 +(\\w+)(?: +status (\\w+))?(?: +trace (\\w+))?(?: +allowed)? +paid +(-?[\\d.]+)(?: of (-?[\\d.]+))?(.*)");
    private static final Pattern LINE = Pattern.compile("L\\d +(-?[\\d.]+)(.*?)paid +(-?[\\d.]+)");
    private static final Pattern PLB = Pattern.compile("plb (\\w+)(?::(\\w+))? (-?[\\d.]+)");
    private static final Pattern ADJUSTMENT = Pattern.compile("([A-Z]{2})-(\\w+) +(-?[\\d.]+)");

    private final Map<String, LedgerClaim> claims = new HashMap<>();
    private final Map<String, List<PostedPayment>> posted = new HashMap<>();
    private final List<RemittanceKey> known = new ArrayList<>();
    private int remittances;

    void claim(String row) {
        Matcher at = matched(CLAIM, row);
        String id = "clm_" + (claims.size() + 1);
        ClaimState state = at.group(3) == null ? ClaimState.PAYER_ACCEPTED : ClaimState.valueOf(at.group(3));
        claims.put(id, Payments.ledgerClaim(id, at.group(1), at.group(2), state));
        posted.put(id, new ArrayList<>());
    }

    String post(String row) {
        Matcher at = matched(REMITTANCE, row);
        ClaimPayment payment = payment(at);
        String trace = at.group(3) == null ? "T" + ++remittances + "-OWN" : at.group(3);
        PaymentHeader header = Payments.header(trace, at.group(5) == null ? at.group(4) : at.group(5));
        RemittanceBalance balance = new RemittanceBalance(header);
        balance.add(payment);
        RemittancePrint print = new RemittancePrint();
        print.add(payment);
        List<ProviderAdjustment> outside = PLB.matcher(row)
                .results()
                .map(plb -> new ProviderAdjustment(
                        "1999999018",
                        "20261231",
                        plb.group(1),
                        plb.group(2) == null ? "" : plb.group(2),
                        Money.of(plb.group(3))))
                .toList();
        outside.forEach(print::add);
        RemittanceKey key = RemittanceKey.of(header, print.value());
        RemittanceStanding standing =
                RemittanceStanding.of(true, balance.close(outside), key, known, row.contains(" allowed "));
        MatchResult match = ClaimMatch.match(payment, header, Set.of("99999"), claims.values());
        List<PostedPayment> earlier =
                match instanceof MatchResult.Matched found ? posted.get(found.claimId()) : List.of();

        PostingDecision decision = Posting.decide(standing, trace, 1, payment, match, earlier);

        if (standing.counts()) {
            known.add(key);
        }
        decision.posting().ifPresent(earlier::add);
        decision.next().ifPresent(state -> {
            LedgerClaim claim = claims.get(decision.claimId().orElseThrow());
            claims.put(
                    claim.claimId(),
                    Payments.ledgerClaim(
                            claim.claimId(),
                            claim.patientControlNumber(),
                            claim.charge().toString(),
                            state));
        });
        return decision.outcome().name()
                + (match instanceof MatchResult.Matched found
                        ? ", " + claims.get(found.claimId()).state()
                        : "");
    }

    static ClaimPayment payment(Matcher at) {
        String rest = PLB.matcher(at.group(6)).replaceAll("");
        List<LinePayment> lines = new ArrayList<>();
        Money charge = Money.ZERO;
        Matcher line = LINE.matcher(rest);
        while (line.find()) {
            String[] adjustments = adjustments(line.group(2)).stream()
                    .map(one -> one.code() + " " + one.amount())
                    .toArray(String[]::new);
            lines.add(Payments.line("9921" + lines.size(), line.group(1), line.group(3), adjustments));
            charge = charge.plus(Money.of(line.group(1)));
        }
        List<Adjustment> own = adjustments(LINE.matcher(rest).replaceAll(""));
        if (lines.isEmpty()) {
            charge = Money.of(at.group(4));
            for (Adjustment adjustment : own) {
                charge = charge.plus(adjustment.amount());
            }
        }
        String status = at.group(2) == null ? "1" : at.group(2);
        return Payments.claim(
                at.group(1), status, charge.toString(), at.group(4), own, lines.toArray(LinePayment[]::new));
    }

    private static List<Adjustment> adjustments(String text) {
        return ADJUSTMENT
                .matcher(text)
                .results()
                .map(found -> new Adjustment(found.group(1), found.group(2), Money.of(found.group(3)), ""))
                .toList();
    }

    static Matcher matched(Pattern pattern, String row) {
        Matcher at = pattern.matcher(row);
        assertThat(at.matches()).as("a row of the table: %s", row).isTrue();
        return at;
    }
}
