package org.clearlane.transactions.t835;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.transactions.t835.Remittances.bytes;
import static org.clearlane.transactions.t835.Remittances.read;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;

/**
 * Every value of every segment between ST and SE is found in the typed model, or the segment is kept as sent with its
 * place. The raw segments that are kept for writing are not looked at: they would prove nothing about the model.
 */
class NothingIsDroppedTest {

    @Test
    void everySegmentOfTheSamplesIsModelledOrKept() {
        for (Path sample : Remittances.samples()) {
            assertThat(dropped(sample)).as(sample.toString()).isEmpty();
        }
    }

    @Test
    void everySegmentOfTheCorpusIsModelledOrKept() throws IOException {
        Optional<Path> corpus = Remittances.corpus();
        assumeTrue(corpus.isPresent());
        try (Stream<Path> files = Files.walk(corpus.get().resolve("835"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(dropped(file)).as(file.getFileName().toString()).isEmpty();
            }
        }
    }

    /** Without this the tests above might pass because they look at nothing. */
    @Test
    void seesWhatIsMissing() {
        Set<String> values = new HashSet<>();
        values(new KeptSegment("2100", 3, "x"), values);

        assertThat(values).containsExactlyInAnyOrder("2100", "3", "x");
        assertThat(missing("REF*F8*ICN0", "*", ":", Set.of("F8"))).isTrue();
        assertThat(missing("REF*F8*ICN0", "*", ":", Set.of("F8", "ICN0"))).isFalse();
    }

    private static List<String> dropped(Path file) {
        byte[] bytes = bytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> dropped = new ArrayList<>();
        List<RemittanceDocument> documents = read(bytes).documents();
        Delimiters separators = documents.getFirst().head().delimiters();
        String element = one(separators.element());
        int set = -1;
        RemittanceDocument document = null;
        List<String> sent = new ArrayList<>();
        for (String segment : text.split(Pattern.quote(one(separators.segment())))) {
            String one = segment.strip();
            if (one.startsWith("ST" + element)) {
                document = documents.get(++set);
                sent.clear();
            } else if (one.startsWith("SE" + element)) {
                dropped.addAll(dropped(document, sent));
            } else {
                sent.add(one);
            }
        }
        assertThat(set).as("sets met").isEqualTo(documents.size() - 1);
        return dropped;
    }

    /** Scopes: the head, each loop 2000's head, each claim, the tail. */
    private static List<String> dropped(RemittanceDocument document, List<String> sent) {
        List<String> dropped = new ArrayList<>();
        String element = one(document.head().delimiters().element());
        String component = one(document.head().delimiters().component());
        List<Object> scopes = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        scopes.add(List.of(document.head().payment(), document.head().detail()));
        sizes.add(document.head().segments().size());
        for (RemittanceDocument.Group group : document.groups()) {
            if (group.head() != null) {
                ClaimGroup head = group.head();
                scopes.add(List.of(head.number(), head.summary(), head.inpatient(), head.rest()));
                sizes.add(head.segments().size());
            }
            for (ClaimPayment claim : group.claims()) {
                scopes.add(claim);
                sizes.add(claim.segments().size());
            }
        }
        scopes.add(List.of(document.providerAdjustments(), document.end().rest()));
        sizes.add(document.end().segments().size());
        int at = 0;
        for (int scope = 0; scope < scopes.size(); scope++) {
            Set<String> values = new HashSet<>();
            values(scopes.get(scope), values);
            for (String segment : sent.subList(at, at + sizes.get(scope))) {
                if (!values.contains(segment) && missing(segment, element, component, values)) {
                    dropped.add(segment);
                }
            }
            at += sizes.get(scope);
        }
        assertThat(at).as("segments met").isEqualTo(sent.size());
        return dropped;
    }

    private static String one(byte separator) {
        return String.valueOf((char) (separator & 0xff));
    }

    private static boolean missing(String segment, String element, String component, Set<String> values) {
        String[] elements = segment.split(Pattern.quote(element), -1);
        for (int i = 1; i < elements.length; i++) {
            boolean composite = segment.startsWith("SVC") || segment.startsWith("PLB");
            String[] parts = composite ? elements[i].split(Pattern.quote(component)) : new String[] {elements[i]};
            boolean tagged = segment.startsWith("N1" + element) && i == 1;
            for (String part : parts) {
                boolean there = part.isBlank()
                        || tagged
                        || values.contains(part)
                        || Money.parse(part.strip())
                                .map(Money::toString)
                                .filter(values::contains)
                                .isPresent();
                if (!there) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void values(Object value, Set<String> into) {
        switch (value) {
            case null -> {}
            case String text -> {
                into.add(text);
                into.add(text.strip());
            }
            case Money money -> {
                into.add(money.toString());
                into.add(money.negated().toString());
            }
            case LocalDate date -> into.add(DateTimeFormatter.BASIC_ISO_DATE.format(date));
            case Optional<?> optional -> optional.ifPresent(inner -> values(inner, into));
            case Iterable<?> all -> all.forEach(inner -> values(inner, into));
            case Record whole -> {
                for (RecordComponent part : whole.getClass().getRecordComponents()) {
                    if (!part.getName().equals("segments")) {
                        values(valueOf(part, whole), into);
                    }
                }
            }
            default -> into.add(value.toString());
        }
    }

    private static Object valueOf(RecordComponent part, Record whole) {
        try {
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
