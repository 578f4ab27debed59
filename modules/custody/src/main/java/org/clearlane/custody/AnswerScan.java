package org.clearlane.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the statements a payer's answer makes, from its bytes: each TA1; each AK2 of a 999, or its AK9 where it lists no
 * set; each claim (2200D) of a 277, or each batch that names none; each CLP of an 835. And adds up each payment.
 */
final class AnswerScan {

    /**
     * One 835 set; amounts null where they cannot be read.
     *
     * @param claims Σ CLP04
     * @param lines Σ SVC03
     * @param adjusted Σ of all CAS
     * @param provider Σ PLB
     */
    record Payment(String control, Long amount, Long claims, Long lines, Long adjusted, Long provider, boolean debit) {}

    private final SegmentScanner scanner;
    private String kind = "";

    private long interchangeAnswers;
    private long setAnswers;
    private long claimAnswers;
    private long claimPayments;
    private boolean levelsKnown = true;
    private final List<Payment> payments = new ArrayList<>();

    private long setsListed;

    private boolean levelSeen;
    private boolean inPatient;
    private boolean batchOpen;
    private long claimsInBatch;
    private boolean claimOpen;
    private boolean onlyNamed;

    private String control = "";
    private boolean isPayment;
    private Long amount;
    private boolean debit;
    private Long claims;
    private Long provider;
    private Long lines;
    private Long adjusted;

    AnswerScan(SegmentScanner scanner) {
        this.scanner = scanner;
    }

    /** Counts to the end. */
    AnswerScan walk() throws IOException {
        while (scanner.next()) {
            if (scanner.is("TA1")) {
                interchangeAnswers++;
            } else if (scanner.is("ST")) {
                endSet();
                kind = scanner.element(1);
                control = scanner.element(2);
            } else if (scanner.is("SE")
                    || scanner.is("GS")
                    || scanner.is("GE")
                    || scanner.is("ISA")
                    || scanner.is("IEA")) {
                endSet();
            } else {
                switch (kind) {
                    case "999", "997" -> acknowledgment();
                    case "277" -> status();
                    case "835" -> payment();
                    default -> {}
                }
            }
        }
        endSet();
        return this;
    }

    private void endSet() {
        if (kind.equals("277")) {
            endBatch();
            levelsKnown &= levelSeen;
        } else if (kind.equals("835") && isPayment) {
            payments.add(new Payment(control, amount, claims, lines, adjusted, provider, debit));
        }
        kind = "";
        setsListed = 0;
        levelSeen = false;
        inPatient = false;
        isPayment = false;
        amount = null;
        debit = false;
        claims = 0L;
        provider = 0L;
        lines = 0L;
        adjusted = 0L;
    }

    private void acknowledgment() {
        if (scanner.is("AK1")) {
            setsListed = 0;
        } else if (scanner.is("AK2")) {
            setsListed++;
            setAnswers++;
        } else if (scanner.is("AK9") && setsListed == 0) {
            setAnswers++;
        }
    }

    private void status() {
        if (scanner.is("HL")) {
            level(scanner.element(3));
        } else if (scanner.is("TRN") && inPatient) {
            trace(scanner.element(1).equals("1"));
        } else if (scanner.is("STC")) {
            if (inPatient) {
                openClaim();
                onlyNamed = false;
            }
        }
    }

    private void level(String code) {
        levelSeen = true;
        claimOpen = false;
        switch (code) {
            case "20" -> {
                endBatch();
                inPatient = false;
            }
            case "21" -> {
                endBatch();
                batchOpen = true;
                inPatient = false;
            }
            case "19" -> {
                batchOpen = true;
                inPatient = false;
            }
            case "PT", "22", "23" -> {
                batchOpen = true;
                inPatient = true;
            }
            default -> {}
        }
    }

    /** TRN*2 names a claim; TRN*1 beside it names the batch once more and only stands for a claim that has no other. */
    private void trace(boolean ofBatch) {
        if (ofBatch) {
            if (!claimOpen) {
                openClaim();
                onlyNamed = true;
            }
        } else if (claimOpen && onlyNamed) {
            onlyNamed = false;
        } else {
            claimOpen = false;
            openClaim();
        }
    }

    private void openClaim() {
        if (!claimOpen) {
            claimOpen = true;
            onlyNamed = false;
            claimsInBatch++;
            claimAnswers++;
        }
    }

    private void endBatch() {
        if (batchOpen && claimsInBatch == 0) {
            claimAnswers++;
        }
        batchOpen = false;
        claimsInBatch = 0;
        claimOpen = false;
    }

    private void payment() {
        if (scanner.is("BPR")) {
            isPayment = true;
            amount = Cents.parse(scanner.element(2));
            debit = scanner.element(3).equals("D");
        } else if (scanner.is("CLP")) {
            isPayment = true;
            claimPayments++;
            claims = plus(claims, scanner.element(4));
        } else if (scanner.is("SVC")) {
            lines = scanner.element(3).isEmpty() ? lines : plus(lines, scanner.element(3));
        } else if (scanner.is("CAS")) {
            for (int n = 3; n <= scanner.elementCount(); n += 3) {
                adjusted = scanner.element(n).isEmpty() ? adjusted : plus(adjusted, scanner.element(n));
            }
        } else if (scanner.is("PLB")) {
            for (int n = 4; n <= scanner.elementCount(); n += 2) {
                if (!scanner.element(n).isEmpty()) {
                    provider = plus(provider, scanner.element(n));
                }
            }
        }
    }

    private static Long plus(Long sum, String text) {
        Long more = Cents.parse(text);
        return sum == null || more == null ? null : Long.valueOf(sum + more);
    }

    /** Statements of this kind as the ledger names it; -1 where the bytes leave it open. */
    long statements(String ledgerKind) {
        return switch (ledgerKind) {
            case "TA1" -> interchangeAnswers;
            case "999" -> setAnswers;
            case "277CA" -> levelsKnown ? claimAnswers : -1;
            case "835" -> claimPayments;
            default -> -1;
        };
    }

    /** The 835 sets in the order of the file. */
    List<Payment> payments() {
        return payments;
    }
}
