package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.junit.jupiter.api.Test;

/**
 * Every public 835: what its index calls balanced counts, what it does not is held whole with the difference that this
 * test finds by sums of its own over the text. No remittance is read with an exception.
 */
class CorpusTest {

    @Test
    void balancedRemittancesCountAndTheOthersAreHeldWithTheirDifference() throws IOException {
        Optional<Path> corpus = Payments.corpus();
        assumeTrue(corpus.isPresent());
        int counted = 0;
        int held = 0;
        for (String row : Files.readAllLines(corpus.get().resolve("INDEX.tsv"))) {
            String[] cells = row.split("\t", -1);
            if (!cells[0].startsWith("835/")) {
                continue;
            }
            Path file = corpus.get().resolve(cells[0]);
            List<Sums> expected = sums(Files.readString(file, StandardCharsets.ISO_8859_1));
            List<RemittanceDocument> documents = Payments.read(file).documents();
            assertThat(documents).as(cells[0]).hasSameSizeAs(expected);
            boolean indexBalanced = !cells[7].contains("BAD");
            boolean all = true;
            for (int i = 0; i < documents.size(); i++) {
                RemittanceVerdict verdict = verdict(documents.get(i));
                List<String> broken = verdict.broken().stream()
                        .map(proof -> proof.level() + " " + proof.difference())
                        .toList();
                assertThat(broken).as(cells[0]).containsExactlyInAnyOrderElementsOf(expected.get(i).broken);
                RemittanceStanding standing = RemittanceStanding.of(
                        documents.get(i).isReadable(),
                        verdict,
                        RemittanceKey.of(documents.get(i).head().payment(), "print"),
                        List.of(),
                        false);
                if (broken.isEmpty()) {
                    assertThat(standing).as(cells[0]).isEqualTo(new RemittanceStanding.Good());
                    counted++;
                } else {
                    assertThat(standing)
                            .as(cells[0])
                            .isInstanceOfSatisfying(RemittanceStanding.OutOfBalance.class, off -> assertThat(
                                            off.proof().level() + " " + off.proof().difference())
                                    .isEqualTo(broken.getFirst()));
                    held++;
                }
                all &= broken.isEmpty();
            }
            if (!indexBalanced) {
                assertThat(all).as("%s is called unbalanced", cells[0]).isFalse();
            } else if (!cells[7].contains("clpLines_diff")) {
                assertThat(all).as("%s is called balanced", cells[0]).isTrue();
            }
        }
        assertThat(counted).isGreaterThan(30);
        assertThat(held).isPositive();
    }

    private static RemittanceVerdict verdict(RemittanceDocument document) {
        RemittanceBalance balance = new RemittanceBalance(document.head().payment());
        for (RemittanceDocument.Group group : document.groups()) {
            balance.summary(Optional.ofNullable(group.head()).flatMap(ClaimGroup::summary));
            group.claims().forEach(balance::add);
        }
        return balance.close(document.providerAdjustments());
    }

    /** The sums of one set, made with nothing of ours. */
    private static final class Sums {

        private final List<String> broken = new ArrayList<>();
        private BigDecimal payment = BigDecimal.ZERO;
        private BigDecimal claimsPaid = BigDecimal.ZERO;
        private BigDecimal outside = BigDecimal.ZERO;
        private BigDecimal summary;
        private BigDecimal charged = BigDecimal.ZERO;
        private BigDecimal claim;
        private BigDecimal claimPaid = BigDecimal.ZERO;
        private BigDecimal linesPaid = BigDecimal.ZERO;
        private BigDecimal line;
        private int lines;
        private boolean adjustedAtClaim;

        void take(String[] e) {
            switch (e[0]) {
                case "BPR" -> payment = amount(e, 2);
                case "LX" -> endGroup();
                case "TS3" -> summary = amount(e, 5);
                case "CLP" -> {
                    endClaim();
                    claim = amount(e, 3).subtract(amount(e, 4));
                    claimPaid = amount(e, 4);
                    claimsPaid = claimsPaid.add(claimPaid);
                    charged = charged.add(amount(e, 3));
                }
                case "SVC" -> {
                    endLine();
                    lines++;
                    line = amount(e, 2).subtract(amount(e, 3));
                    linesPaid = linesPaid.add(amount(e, 3));
                }
                case "CAS" -> {
                    for (int i = 3; i < e.length; i += 3) {
                        claim = claim.subtract(amount(e, i));
                        adjustedAtClaim |= lines == 0;
                        line = lines == 0 ? null : line.subtract(amount(e, i));
                    }
                }
                case "PLB" -> {
                    endGroup();
                    for (int i = 4; i < e.length; i += 2) {
                        outside = outside.add(amount(e, i));
                    }
                }
                default -> {}
            }
        }

        private static BigDecimal amount(String[] e, int at) {
            return e.length <= at || e[at].isBlank() ? BigDecimal.ZERO : new BigDecimal(e[at]);
        }

        private void note(BalanceProof.Level level, BigDecimal difference) {
            if (difference != null && difference.signum() != 0) {
                broken.add(level + " " + difference.setScale(2).toPlainString());
            }
        }

        private void endLine() {
            note(BalanceProof.Level.LINE, line);
            line = null;
        }

        private void endClaim() {
            endLine();
            note(BalanceProof.Level.CLAIM, claim);
            if (lines > 0 && !adjustedAtClaim) {
                note(BalanceProof.Level.LINES_OF_CLAIM, linesPaid.subtract(claimPaid));
            }
            claim = null;
            linesPaid = BigDecimal.ZERO;
            lines = 0;
            adjustedAtClaim = false;
        }

        private void endGroup() {
            endClaim();
            if (summary != null) {
                note(BalanceProof.Level.PROVIDER_SUMMARY, summary.subtract(charged));
            }
            summary = null;
            charged = BigDecimal.ZERO;
        }

        Sums end() {
            endGroup();
            note(BalanceProof.Level.TRANSACTION, claimsPaid.subtract(outside).subtract(payment));
            return this;
        }
    }

    private static List<Sums> sums(String file) {
        String text = file.substring(file.indexOf("ISA"));
        String element = Pattern.quote(text.substring(3, 4));
        int sixteenth = 0;
        for (int i = 0, at = 0; i < 16; i++) {
            at = text.indexOf(text.charAt(3), at) + 1;
            sixteenth = at;
        }
        List<Sums> all = new ArrayList<>();
        Sums sums = null;
        for (String segment : text.split(Pattern.quote(text.substring(sixteenth + 1, sixteenth + 2)))) {
            String[] elements = segment.strip().split(element, -1);
            if (elements[0].equals("ST")) {
                sums = new Sums();
            } else if (elements[0].equals("SE")) {
                all.add(sums.end());
                sums = null;
            } else if (sums != null) {
                sums.take(elements);
            }
        }
        return all;
    }
}
