package org.clearlane.formats;

import java.time.Clock;
import java.util.Objects;
import org.clearlane.x12.Delimiters;

/**
 * What a table does not say and an interchange must.
 *
 * @param submitter ISA05/06, GS02 and 1000A: who hands the claims in
 * @param contact 1000A PER
 * @param receiver ISA07/08, GS03 and 1000B: whom they are for
 * @param controlNumber ISA13 and GS06, 1 to 999999999; BHT03 carries it too
 * @param delimiters to write with
 * @param usage ISA15, {@code P} or {@code T}
 * @param claimsPerSet at most this many CLM in one ST; the guides recommend no more than 5,000
 * @param clock for ISA09/10, GS04/05 and BHT04/05
 */
public record TranslationSettings(
        Party submitter,
        Contact contact,
        Party receiver,
        long controlNumber,
        Delimiters delimiters,
        char usage,
        int claimsPerSet,
        Clock clock) {

    public TranslationSettings {
        Objects.requireNonNull(submitter, "submitter is null");
        Objects.requireNonNull(contact, "contact is null");
        Objects.requireNonNull(receiver, "receiver is null");
        Objects.requireNonNull(clock, "clock is null");
        if (controlNumber < 1 || controlNumber > 999_999_999) {
            throw new IllegalArgumentException("a control number is from 1 to 999999999");
        }
        if (delimiters.repetition() == Delimiters.NONE) {
            throw new IllegalArgumentException("a repetition separator is needed");
        }
        requireWritable(
                delimiters,
                submitter.qualifier(),
                submitter.id(),
                submitter.name(),
                contact.name(),
                contact.phone(),
                receiver.qualifier(),
                receiver.id(),
                receiver.name());
        if (usage != 'P' && usage != 'T') {
            throw new IllegalArgumentException("usage is P or T");
        }
        if (claimsPerSet < 1) {
            throw new IllegalArgumentException("at least one claim a set");
        }
    }

    private static void requireWritable(Delimiters delimiters, String... texts) {
        for (String text : texts) {
            if (text.isBlank()
                    || !text.chars().allMatch(c -> c >= ' ' && c <= '~' && !delimiters.separates((byte) c))) {
                throw new IllegalArgumentException(
                        "names and ids of an interchange must be plain and hold no separator");
            }
        }
    }

    /**
     * @param qualifier of the interchange id, for example {@code ZZ}
     * @param id at most 15 characters
     * @param name of the organisation
     */
    public record Party(String qualifier, String id, String name) {}

    /**
     * @param name for people
     * @param phone digits
     */
    public record Contact(String name, String phone) {}
}
