package org.clearlane.pipeline.judging;

import java.time.Clock;
import org.clearlane.formats.TranslationSettings;
import org.clearlane.model.directory.Practice;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.x12.Delimiters;

/** The envelope of the 837 that is made of a practice's table. */
final class TableEnvelope {

    private static final int CLAIMS_PER_SET = 5_000;

    private TableEnvelope() {}

    static TranslationSettings settings(Practice practice, ClearinghouseIdentity us, long control, Clock clock) {
        String sender = practice.senderIds().stream().sorted().findFirst().orElseThrow();
        return new TranslationSettings(
                new TranslationSettings.Party("ZZ", sender, plain(practice.name())),
                new TranslationSettings.Contact(plain(us.contact()), us.phone()),
                new TranslationSettings.Party("ZZ", us.id(), plain(us.name())),
                control,
                Delimiters.USUAL,
                'P',
                CLAIMS_PER_SET,
                clock);
    }

    /** A name as an envelope can carry it: it names, it decides nothing. */
    private static String plain(String name) {
        String plain = name.replaceAll("[^ -~]|[*:^~]", " ").strip();
        return plain.isEmpty() ? "PRACTICE" : plain;
    }
}
