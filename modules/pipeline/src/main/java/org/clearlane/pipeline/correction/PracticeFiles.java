package org.clearlane.pipeline.correction;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.directory.Practice;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.pipeline.dispatch.ClaimBytes;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.ControlNumbers;
import org.clearlane.store.ledger.CorrectionLedger.Candidate;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.SecondaryLedger;
import org.clearlane.transactions.correction.ClaimEditing;
import org.clearlane.transactions.correction.ClaimText;
import org.clearlane.transactions.correction.FoundEnvelope;
import org.clearlane.transactions.correction.PracticeFile;
import org.clearlane.transactions.correction.PracticeFile.Envelope;
import org.clearlane.x12.Delimiters;

/** Reads claims from the files they came in, and writes claims as a file of their practice. */
final class PracticeFiles {

    /**
     * Such files stand under the practice's own ISA06. Numbers above those its system counts with, and below those of
     * secondary claims, keep its next file from being taken for a repeat of one of these.
     */
    private static final long FIRST_CONTROL = 800_000_000;

    private static final long CONTROLS = 99_999_999;

    private final Archive archive;
    private final ClearinghouseIdentity us;

    PracticeFiles(Archive archive, ClearinghouseIdentity us) {
        this.archive = archive;
        this.us = us;
    }

    /** A claim and what stood around it. */
    record Read(Candidate claim, ClaimText text, Envelope envelope) {}

    /** Reads these claims, all of which have bytes; each file is opened once. */
    Map<String, Read> read(Practice practice, Collection<Candidate> claims) throws IOException {
        Map<String, Map<Long, FoundEnvelope>> around = new HashMap<>();
        Map<String, List<Candidate>> byFile = new LinkedHashMap<>();
        claims.forEach(claim -> byFile.computeIfAbsent(claim.place().archiveKey(), unused -> new ArrayList<>())
                .add(claim));
        for (Map.Entry<String, List<Candidate>> file : byFile.entrySet()) {
            try (InputStream bytes = archive.open(file.getKey())) {
                around.put(
                        file.getKey(),
                        FoundEnvelope.around(
                                bytes,
                                file.getValue().stream()
                                        .map(claim -> claim.place().claimOffset())
                                        .toList()));
            }
        }
        Map<String, Read> read = new LinkedHashMap<>();
        try (ClaimBytes bytes = new ClaimBytes(archive)) {
            for (Candidate claim : claims) {
                ClaimText text = ClaimText.of(bytes.of(claim.place()));
                FoundEnvelope found =
                        around.get(claim.place().archiveKey()).get(claim.place().claimOffset());
                read.put(claim.claimId(), new Read(claim, text, envelope(practice, claim, text.delimiters(), found)));
            }
        }
        return read;
    }

    /** The header of the file the claim came in. What it may have been refused for is the practice's own again. */
    private Envelope envelope(Practice practice, Candidate claim, Delimiters delimiters, FoundEnvelope found) {
        String sender = practice.senderIds().contains(found.ids().get(1))
                ? found.ids().get(1)
                : practice.senderIds().stream().sorted().findFirst().orElseThrow();
        String receiver = fitting(found.ids().get(3), us.id(), 15, delimiters);
        String version = claim.version() == null ? "" : claim.version();
        return new Envelope(
                delimiters,
                List.of(
                        fitting(found.ids().get(0), "ZZ", 2, delimiters),
                        sender,
                        fitting(found.ids().get(2), "ZZ", 2, delimiters),
                        receiver),
                List.of(
                        fitting(found.groupIds().get(0), sender, 15, delimiters),
                        fitting(found.groupIds().get(1), receiver, 15, delimiters)),
                found.usage().equals("T") ? 'T' : 'P',
                version.matches("005010X(222|223|224|291|292)(A[123])?")
                        ? version
                        : claim.place().kind().guide(),
                fitting(found.transactionType(), "CH", 2, delimiters),
                parties(practice, delimiters, found, sender));
    }

    private static String fitting(String value, String instead, int longest, Delimiters delimiters) {
        return !value.isBlank() && value.length() <= longest && ClaimEditing.canStand(value, delimiters)
                ? value
                : instead;
    }

    /** 1000A and 1000B as they were, or in our words where either is missing. */
    private List<String> parties(Practice practice, Delimiters delimiters, FoundEnvelope found, String sender) {
        String separator = String.valueOf((char) delimiters.element());
        boolean whole = found.parties().stream().anyMatch(each -> each.startsWith("NM1" + separator + "41"))
                && found.parties().stream().anyMatch(each -> each.startsWith("NM1" + separator + "40"));
        if (whole) {
            return found.parties();
        }
        return List.of(
                String.join(separator, "NM1", "41", "2", plain(practice.name()), "", "", "", "", "46", sender),
                String.join(separator, "PER", "IC", plain(us.contact()), "TE", us.phone()),
                String.join(separator, "NM1", "40", "2", plain(us.name()), "", "", "", "", "46", us.id()));
    }

    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 .,'-]", " ").strip();
        return plain.isEmpty() ? "PRACTICE" : plain;
    }

    /** Writes claims of one envelope under a control number that nobody has used. */
    PracticeFile.Written write(Tx tx, Practice practice, Envelope envelope, List<ClaimText> claims)
            throws SQLException, IOException {
        long control;
        do {
            control = FIRST_CONTROL + ControlNumbers.next(tx, "corrections of " + practice.id(), "ISA13") % CONTROLS;
        } while (SecondaryLedger.isUsed(tx, practice.id(), envelope.ids().get(1), "%09d".formatted(control)));
        return file(tx, envelope, control).write(claims);
    }

    /** The same to look at; it takes no number. */
    PracticeFile.Written rehearse(Tx tx, Envelope envelope, List<ClaimText> claims) throws IOException {
        return file(tx, envelope, FIRST_CONTROL + CONTROLS).write(claims);
    }

    private static PracticeFile file(Tx tx, Envelope envelope, long control) {
        return new PracticeFile(
                envelope, control, "CORRECTION" + control, LocalDateTime.ofInstant(tx.now(), ZoneOffset.UTC));
    }
}
