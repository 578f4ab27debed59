package org.clearlane.guide;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/** One file through reader and matchers, with the counts and control numbers of its envelopes. */
final class CorpusWalk {

    final List<StructureFinding> findings = new ArrayList<>();
    /** SE, GE and IEA that do not say what was seen, and those that are missing. */
    final Set<String> envelopeFaults = new LinkedHashSet<>();

    final Set<Guide> guides = new LinkedHashSet<>();
    final Set<String> unknown = new LinkedHashSet<>();
    int sets;

    private final Map<Guide, SetMatcher> matchers = new HashMap<>();
    private SetMatcher matcher;
    private String version = "";
    /** The control numbers of what stands open; null where nothing does. */
    private String interchange;

    private String group;
    private String set;
    private int groups;
    private int setsOfGroup;
    private int segments;

    static CorpusWalk of(byte[] file) {
        CorpusWalk walk = new CorpusWalk();
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(file))) {
            while (reader.next()) {
                walk.take(reader.segment());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        walk.missing(walk.set, "SE");
        walk.missing(walk.group, "GE");
        walk.missing(walk.interchange, "IEA");
        walk.endSet();
        return walk;
    }

    private void take(Segment segment) {
        segments++;
        switch (segment.id()) {
            case "ISA" -> {
                missing(interchange, "IEA");
                interchange = segment.element(13);
                groups = 0;
            }
            case "GS" -> {
                missing(group, "GE");
                group = segment.element(6);
                version = segment.element(8);
                groups++;
                setsOfGroup = 0;
            }
            case "ST" -> begin(segment);
            case "SE" -> {
                if (set != null) {
                    check("SE01", segment.element(1), Integer.toString(segments));
                    check("SE02", segment.element(2), set);
                }
                accept(segment);
                endSet();
                set = null;
            }
            case "GE" -> {
                missing(set, "SE");
                check("GE01", segment.element(1), Integer.toString(setsOfGroup));
                check("GE02", segment.element(2), group == null ? "" : group);
                group = null;
            }
            case "IEA" -> {
                missing(group, "GE");
                check("IEA01", segment.element(1), Integer.toString(groups));
                check("IEA02", segment.element(2), interchange == null ? "" : interchange);
                interchange = null;
            }
            default -> accept(segment);
        }
    }

    private void begin(Segment st) {
        missing(set, "SE");
        endSet();
        set = st.element(2);
        segments = 1;
        sets++;
        setsOfGroup++;
        String id = st.has(3) ? st.element(3) : version;
        Guide guide = SampleSet.GUIDES.find(version, st.element(1)).orElse(null);
        if (guide == null) {
            unknown.add(st.element(1) + " " + version);
            return;
        }
        if (SampleSet.GUIDES.find(id, st.element(1)).isEmpty()) {
            envelopeFaults.add("ST03");
        }
        guides.add(guide);
        matcher = matchers.computeIfAbsent(guide, each -> each.matcher(findings::add));
        matcher.begin();
        accept(st);
    }

    private void accept(Segment segment) {
        if (matcher != null) {
            matcher.accept(segment);
        }
    }

    private void endSet() {
        if (matcher != null) {
            matcher.end();
            matcher = null;
        }
    }

    private void check(String what, String said, String seen) {
        String number = said.strip().replaceFirst("^0+(?=.)", "");
        if (!number.equals(seen.strip().replaceFirst("^0+(?=.)", ""))) {
            envelopeFaults.add(what);
        }
    }

    private void missing(String opened, String trailer) {
        if (opened != null) {
            envelopeFaults.add("no " + trailer);
        }
    }

    List<StructureFinding> serious() {
        return findings.stream()
                .filter(finding -> !finding.fault().isHarmless())
                .toList();
    }

    boolean isRefused() {
        return !serious().isEmpty() || !envelopeFaults.isEmpty();
    }
}
