package org.clearlane.judgement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sample file taken apart into segments, to be spoilt in one place. SE01 is put right unless it is what is spoilt. */
final class Sample {

    static final Path ROOT = Path.of(System.getProperty("clearlane.root"));

    private final List<String> segments = new ArrayList<>();
    private boolean counted = true;

    private Sample(String text) {
        for (String segment : text.split("~\\s*")) {
            segments.add(segment);
        }
    }

    /** This sample's own file. */
    static Sample of(String name) {
        try {
            return new Sample(Files.readString(
                    ROOT.resolve("samples/837p").resolve(name).resolve("input.edi"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One claim with nothing wrong. */
    static Sample clean() {
        return of("clean-claim");
    }

    /** Two providers; the first has two subscribers, the second of them a patient beside; six claims, all clean. */
    static Sample family() {
        Sample sample = clean();
        List<String> claim = new ArrayList<>(sample.between("CLM", "SE"));
        List<String> provider = new ArrayList<>(sample.between("HL", "HL*2"));
        List<String> subscriber = new ArrayList<>(sample.between("HL*2", "CLM"));
        int at = sample.index("HL");
        while (!sample.segments.get(at).startsWith("SE")) {
            sample.segments.remove(at);
        }
        List<String> all = new ArrayList<>();
        all.addAll(provider);
        all.addAll(renumbered(subscriber, "HL*2*1*22*0"));
        all.addAll(named(claim, "A1"));
        all.addAll(named(claim, "A2"));
        List<String> parent = renumbered(subscriber, "HL*3*1*22*1");
        parent.replaceAll(segment -> segment.startsWith("SBR") ? "SBR*P********CI" : segment);
        all.addAll(parent);
        all.addAll(List.of(
                "HL*4*3*23*0",
                "PAT*19",
                "NM1*QC*1*SMITH*TIM",
                "N3*4 ELM STREET",
                "N4*MADISON*WI*53703",
                "DMG*D8*20200115*M"));
        all.addAll(named(claim, "B1"));
        all.addAll(List.of(
                "HL*5*3*23*0",
                "PAT*19",
                "NM1*QC*1*SMITH*ANN",
                "N3*4 ELM STREET",
                "N4*MADISON*WI*53703",
                "DMG*D8*20180115*F"));
        all.addAll(named(claim, "B2"));
        all.addAll(renumbered(provider, "HL*6**20*1"));
        all.addAll(renumbered(subscriber, "HL*7*6*22*0"));
        all.addAll(named(claim, "C1"));
        all.addAll(named(claim, "C2"));
        sample.segments.addAll(at, all);
        return sample;
    }

    private static List<String> renumbered(List<String> level, String hl) {
        List<String> copy = new ArrayList<>(level);
        copy.set(0, hl);
        return copy;
    }

    private static List<String> named(List<String> claim, String number) {
        List<String> copy = new ArrayList<>(claim);
        copy.set(0, copy.getFirst().replaceFirst("CLM\\*[^*]*", "CLM*" + number));
        return copy;
    }

    private List<String> between(String from, String to) {
        int begin = index(from);
        int end = begin;
        while (!segments.get(end).startsWith(to)) {
            end++;
        }
        return segments.subList(begin, end);
    }

    private int index(String prefix) {
        return index(prefix, 1);
    }

    private int index(String prefix, int occurrence) {
        int seen = 0;
        for (int i = 0; i < segments.size(); i++) {
            if ((segments.get(i) + "*").startsWith(prefix) && ++seen == occurrence) {
                return i;
            }
        }
        throw new IllegalArgumentException("no segment begins with " + prefix);
    }

    /** This text put in place of that one, where it stands first. */
    Sample replace(String old, String with) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).contains(old)) {
                segments.set(i, segments.get(i).replace(old, with));
                counted &= !segments.get(i).startsWith("SE*");
                return this;
            }
        }
        throw new IllegalArgumentException("nothing holds " + old);
    }

    /** The n-th segment that begins so, put as this. */
    Sample set(String prefix, int occurrence, String segment) {
        segments.set(index(prefix, occurrence), segment);
        counted &= !segment.startsWith("SE*");
        return this;
    }

    /** Without the n-th segment that begins so. */
    Sample without(String prefix, int occurrence) {
        segments.remove(index(prefix, occurrence));
        return this;
    }

    /** Without the first segment that begins so. */
    Sample without(String prefix) {
        return without(prefix, 1);
    }

    /** With this segment behind the first one that begins so. */
    Sample after(String prefix, String segment) {
        segments.add(index(prefix) + 1, segment);
        return this;
    }

    /** The segments of the whole set, ST to SE. */
    List<String> setSegments() {
        recount();
        int from = index("ST");
        return List.copyOf(segments.subList(from, index("SE") + 1));
    }

    /** With these segments before the first one that begins so. */
    Sample before(String prefix, List<String> more) {
        recount();
        counted = false;
        segments.addAll(index(prefix), more);
        return this;
    }

    /** The group twice over, both with one number. */
    Sample twoGroups() {
        recount();
        counted = false;
        List<String> group = List.copyOf(segments.subList(index("GS"), index("IEA")));
        segments.addAll(index("IEA"), group);
        return replace("IEA*1", "IEA*2");
    }

    private void recount() {
        if (counted && has("SE*") && has("ST*")) {
            int se = index("SE");
            String[] parts = segments.get(se).split("\\*");
            segments.set(se, "SE*" + (se - index("ST") + 1) + "*" + parts[2]);
        }
    }

    private boolean has(String prefix) {
        return segments.stream().anyMatch(segment -> segment.startsWith(prefix));
    }

    /** As it would be sent, a line for each segment. */
    String text() {
        recount();
        return String.join("~\n", segments) + "~\n";
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }
}
