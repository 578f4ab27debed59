package org.clearlane.app.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a payer decided about one claim, read from the 835 it handed out by plain splitting, so that nothing of ours is
 * asked what it should be.
 *
 * @param head the segments of its set before the first CLP
 * @param claim its segments from CLP on
 */
record PayerDecision(List<List<String>> head, List<List<String>> claim) {

    /** The decision of this payer (its ISA08) about this claim. */
    static PayerDecision of(Path simulator, String payer, String claimNumber) throws IOException {
        try (Stream<Path> sent = Files.list(simulator.resolve(payer).resolve("sent"))) {
            return sent.map(PayerDecision::segments)
                    .filter(all -> all.stream().anyMatch(isClp(claimNumber)))
                    .map(all -> in(all, claimNumber))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no 835 of " + payer + " decides " + claimNumber));
        }
    }

    private static Predicate<List<String>> isClp(String claimNumber) {
        return segment -> segment.getFirst().equals("CLP") && segment.get(1).equals(claimNumber);
    }

    private static List<List<String>> segments(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String element = Pattern.quote(text.substring(3, 4));
            return Arrays.stream(text.split(Pattern.quote(text.substring(105, 106))))
                    .map(segment -> List.of(segment.strip().split(element)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PayerDecision in(List<List<String>> all, String claimNumber) {
        List<List<String>> head = new ArrayList<>();
        List<List<String>> claim = new ArrayList<>();
        boolean inHead = false;
        boolean inClaim = false;
        for (List<String> segment : all) {
            String tag = segment.getFirst();
            if (tag.equals("ST") && claim.isEmpty()) {
                head.clear();
                inHead = true;
            }
            if (List.of("CLP", "LX", "PLB", "SE").contains(tag)) {
                inHead = false;
                inClaim = isClp(claimNumber).test(segment);
            }
            if (inHead) {
                head.add(segment);
            }
            if (inClaim) {
                claim.add(segment);
            }
        }
        return new PayerDecision(head, claim);
    }

    private String head(String tag, int element) {
        return head.stream()
                .filter(segment -> segment.getFirst().equals(tag))
                .findFirst()
                .orElseThrow()
                .get(element);
    }

    /** TRN02. */
    String trace() {
        return head("TRN", 2);
    }

    /** TRN03. */
    String originator() {
        return head("TRN", 3);
    }

    /** BPR02 in cents. */
    long total() {
        return cents(head("BPR", 2));
    }

    /** BPR16 as CCYYMMDD. */
    String day() {
        return head("BPR", 16);
    }

    /** CLP03 in cents. */
    long charge() {
        return cents(claim.getFirst().get(3));
    }

    /** CLP04 in cents. */
    long paid() {
        return cents(claim.getFirst().get(4));
    }

    /** All adjustments of this group in cents. */
    long adjusted(String group) {
        return claim.stream()
                .filter(segment ->
                        segment.getFirst().equals("CAS") && segment.get(1).equals(group))
                .mapToLong(segment -> {
                    long sum = 0;
                    for (int i = 3; i < segment.size(); i += 3) {
                        sum += cents(segment.get(i));
                    }
                    return sum;
                })
                .sum();
    }

    /** Dollars as X12 writes them. */
    static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    /** Cents as people read them. */
    static String dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
