package org.clearlane.explanation;

import java.util.List;

/**
 * What shows that a claim was handed to its payer, and when: for a payer's appeals desk. Each section is one fact with its
 * evidence; what is not known is said, never left out.
 *
 * @param practice who asks for it
 * @param subject which claim
 * @param finding the whole of it in one or two sentences
 * @param proven whether it shows a filing at all
 * @param sections in the order of time
 * @param missing what would be evidence too and is not there
 * @param madeAt when it was put together
 */
public record FilingProof(
        String practice,
        String subject,
        String finding,
        boolean proven,
        List<Section> sections,
        List<String> missing,
        String madeAt) {

    public FilingProof {
        sections = List.copyOf(sections);
        missing = List.copyOf(missing);
    }

    /**
     * One step and its evidence.
     *
     * @param words what it means, a paragraph each
     * @param raw segments as they went over the wire
     */
    public record Section(String title, List<Fact> facts, List<String> words, List<Raw> raw) {

        public Section {
            facts = List.copyOf(facts);
            words = List.copyOf(words);
            raw = List.copyOf(raw);
        }
    }

    /** A named value. */
    public record Fact(String label, String value) {}

    /** One segment; {@code lit} is the part that matters. */
    public record Raw(String before, String lit, String after) {}

    /** The same with no character in it that no page may hold. */
    FilingProof clean() {
        return new FilingProof(
                Views.clean(practice),
                Views.clean(subject),
                Views.clean(finding),
                proven,
                sections.stream()
                        .map(section -> new Section(
                                section.title(),
                                section.facts().stream()
                                        .map(fact -> new Fact(fact.label(), Views.clean(fact.value())))
                                        .toList(),
                                section.words().stream().map(Views::clean).toList(),
                                section.raw().stream()
                                        .map(raw -> new Raw(
                                                Views.clean(raw.before()),
                                                Views.clean(raw.lit()),
                                                Views.clean(raw.after())))
                                        .toList()))
                        .toList(),
                missing.stream().map(Views::clean).toList(),
                madeAt);
    }
}
