package org.clearlane.judgement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clearlane.judgement.repair.Mends;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Repair;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/**
 * Mends the form of values that findings point at, and judges the claim again to see whether it helped: a mend with which
 * its finding stays is not made. Not safe for use by several threads.
 */
final class Mender {

    private final Set<RepairKind> wanted;

    /** @param findings what is said of the claim as mended; each cause that is gone stands there as a warning */
    record MendedClaim(
            Claim claim, List<Finding> structure, List<Finding> edits, List<Finding> gone, List<Repair> repairs) {}

    /** What a second look says, structure and edits apart. */
    record Verdict(Claim claim, List<Finding> structure, List<Finding> edits) {}

    private record Attempt(
            Finding cause,
            Level level,
            int index,
            KeptSegment kept,
            int element,
            int component,
            String before,
            Mends.Mended mended) {}

    Mender(Set<RepairKind> wanted) {
        this.wanted = wanted;
    }

    boolean mendsAnything() {
        return !wanted.isEmpty();
    }

    /**
     * Mends what can be mended.
     *
     * @param judgeAgain judges the claim made of these segments
     * @return empty when nothing was mended
     */
    Optional<MendedClaim> mend(
            Claim claim,
            List<Finding> structure,
            List<Finding> edits,
            ClaimSegments segments,
            Function<Map<Level, List<KeptSegment>>, Verdict> judgeAgain) {
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        for (List<Finding> list : List.of(structure, edits)) {
            for (Finding finding : list) {
                attempt(claim, finding, segments).ifPresent(each -> attempts.putIfAbsent(key(finding.place()), each));
            }
        }
        while (!attempts.isEmpty()) {
            Map<Level, List<KeptSegment>> mended = applied(attempts.values(), segments);
            Verdict verdict = judgeAgain.apply(mended);
            if (verdict.claim() == null) {
                return Optional.empty();
            }
            boolean someDidNotHelp = attempts.values().removeIf(each -> stays(each.cause(), verdict));
            if (!someDidNotHelp) {
                return Optional.of(made(structure, attempts.values(), mended, verdict));
            }
        }
        return Optional.empty();
    }

    private static String key(Place place) {
        return place.position() + " " + place.element() + " " + place.component();
    }

    /** Whether what refuses the value, or would tell of it, is still there in whatever words. */
    private static boolean stays(Finding cause, Verdict verdict) {
        return Stream.concat(verdict.structure().stream(), verdict.edits().stream())
                .filter(each -> key(each.place()).equals(key(cause.place())))
                .anyMatch(each -> each.isError() || each.code().equals(cause.code()));
    }

    private static boolean same(Finding one, Finding other) {
        return key(one.place()).equals(key(other.place())) && one.code().equals(other.code());
    }

    private Optional<Attempt> attempt(Claim claim, Finding finding, ClaimSegments segments) {
        Place place = finding.place();
        if (place.element() == 0 || place.repeat() > 1) {
            return Optional.empty();
        }
        for (Level level : Level.values()) {
            List<KeptSegment> kept = segments.of(level);
            for (int i = 0; level != Level.SET && i < kept.size(); i++) {
                if (kept.get(i).position() == place.position()) {
                    return attempt(claim, finding, level, i, kept.get(i), segments.delimiters());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Attempt> attempt(
            Claim claim, Finding finding, Level level, int index, KeptSegment kept, Delimiters delimiters) {
        Segment segment = Segment.of(kept.text(), delimiters);
        int element = finding.place().element();
        int component = finding.place().component();
        String id = segment.id();
        boolean ofProcedure = id.matches("SV[123]") && component == 0 && element <= 2;
        // Edits about a procedure or place of service point at the composite; its code is what can be mended.
        int at = ofProcedure && segment.element(element).indexOf((char) delimiters.component()) >= 0 ? 2 : component;
        String before = at == 0 ? segment.element(element) : segment.component(element, at);
        return Mends.of(claim.kind(), !claim.payerClaimNumber().isEmpty(), id, element, at, before, wanted)
                .map(mended -> new Attempt(finding, level, index, kept, element, at, before, mended));
    }

    private static Map<Level, List<KeptSegment>> applied(Iterable<Attempt> attempts, ClaimSegments segments) {
        Map<Level, List<KeptSegment>> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            levels.put(level, new ArrayList<>(segments.of(level)));
        }
        for (Attempt each : attempts) {
            List<KeptSegment> kept = levels.get(each.level());
            KeptSegment before = kept.get(each.index());
            kept.set(each.index(), before.with(replaced(before.text(), each, segments.delimiters())));
        }
        return levels;
    }

    /** The segment with this one value written otherwise; everything else of it stays byte for byte. */
    private static String replaced(String text, Attempt each, Delimiters delimiters) {
        List<String> elements = split(text, (char) delimiters.element());
        while (elements.size() <= each.element()) {
            elements.add("");
        }
        if (each.component() == 0) {
            elements.set(each.element(), each.mended().after());
        } else {
            List<String> components = split(elements.get(each.element()), (char) delimiters.component());
            while (components.size() < each.component()) {
                components.add("");
            }
            components.set(each.component() - 1, each.mended().after());
            elements.set(each.element(), String.join(String.valueOf((char) delimiters.component()), components));
        }
        return String.join(String.valueOf((char) delimiters.element()), elements);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static MendedClaim made(
            List<Finding> structure,
            Collection<Attempt> attempts,
            Map<Level, List<KeptSegment>> mended,
            Verdict verdict) {
        List<Finding> gone = structure.stream()
                .filter(before -> verdict.structure().stream().noneMatch(each -> same(before, each)))
                .filter(before -> attempts.stream()
                        .anyMatch(
                                each -> each.kept().position() == before.place().position()))
                .toList();
        List<Finding> left = new ArrayList<>(structure);
        left.removeAll(gone);
        for (Finding each : verdict.structure()) {
            if (structure.stream().noneMatch(before -> same(before, each))) {
                left.add(each);
            }
        }
        List<Finding> told = new ArrayList<>(verdict.edits());
        List<Repair> repairs = new ArrayList<>();
        for (Attempt each : attempts) {
            String after = mended.get(each.level()).get(each.index()).text();
            repairs.add(repair(each, after));
            told.add(warning(each));
        }
        return new MendedClaim(verdict.claim(), left, told, gone, repairs);
    }

    private static Repair repair(Attempt each, String segmentAfter) {
        Repair.Part part =
                switch (each.level()) {
                    case PROVIDER -> Repair.Part.PROVIDER;
                    case SUBSCRIBER -> Repair.Part.SUBSCRIBER;
                    case PATIENT -> Repair.Part.PATIENT;
                    case SET, CLAIM -> Repair.Part.CLAIM;
                };
        return new Repair(
                each.mended().kinds(),
                part,
                // The HL a level begins with is made anew when the claim is sent on.
                part == Repair.Part.CLAIM ? each.index() : each.index() - 1,
                each.cause().place().loop(),
                each.cause().place().segment(),
                each.kept().position(),
                each.element(),
                each.component(),
                text(each.before()),
                text(each.mended().after()),
                segmentAfter,
                each.cause().code());
    }

    /** Kept segments hold a character for each byte; people read UTF-8. */
    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Finding warning(Attempt each) {
        String done = each.mended().kinds().stream()
                .map(RepairKind::inWords)
                .reduce((one, other) -> one + "; " + other)
                .orElseThrow();
        Finding cause = each.cause();
        return new Finding(
                "repair." + each.mended().kinds().getFirst().word(),
                cause.snip(),
                Severity.WARNING,
                cause.place(),
                AckCodes.NONE,
                null,
                text(each.before()) + " → " + text(each.mended().after()),
                "Before the claim was sent on, " + done + ". As it came: " + cause.message(),
                "Nothing for this claim; to need no mend, send the value in that form.",
                cause.cell());
    }
}
