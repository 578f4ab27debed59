package org.clearlane.pipeline.proof;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.explanation.FilingProof;
import org.clearlane.explanation.FilingProof.Fact;
import org.clearlane.explanation.FilingProof.Raw;
import org.clearlane.explanation.FilingProof.Section;
import org.clearlane.model.Failure;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.FilingEvidence;
import org.clearlane.store.ledger.FilingEvidence.Claim;
import org.clearlane.store.ledger.FilingEvidence.HandedIn;
import org.clearlane.store.ledger.FilingEvidence.Said;
import org.clearlane.store.ledger.FilingEvidence.Sending;
import org.clearlane.transactions.AckWords;
import org.clearlane.transactions.t277ca.ClaimStatusLabels;

/**
 * Puts together what shows that a claim was filed in time. Of interchanges and answers, which hold other practices' claims
 * too, only what is about envelopes and this claim is taken over.
 */
public final class TimelyFiling {

    private final FilingEvidence evidence;
    private final Archive archive;
    private final ClaimStatusLabels labels = ClaimStatusLabels.bundled();
    private final List<Section> sections = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** A putting together, for one claim. */
    public TimelyFiling(FilingEvidence evidence, Archive archive) {
        this.evidence = evidence;
        this.archive = archive;
    }

    /** The proof, or empty where the practice has no such claim. */
    public Optional<FilingProof> of(String claimId, Instant now) throws SQLException {
        Optional<Claim> found = evidence.claim(claimId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Claim claim = found.get();
        sections.add(new Section(
                "The claim",
                List.of(
                        new Fact("Patient control number", claim.number()),
                        new Fact(
                                "Patient",
                                claim.patient().isEmpty() ? "not kept apart from the claim" : claim.patient()),
                        new Fact("Dates of service", claim.service()),
                        new Fact("Charge", "$" + claim.charge()),
                        new Fact("Billing provider", "NPI " + claim.npi() + ", tax number " + claim.taxId()),
                        new Fact("Payer", claim.payer()),
                        new Fact("Clearinghouse number", claim.id() + " (sent as REF*D9 " + own(claim.id()) + ")")),
                List.of(),
                List.of()));
        handedIn(claim);
        Instant handedOver = null;
        Instant accepted = null;
        List<Sending> sendings = evidence.sendings(claimId);
        for (Sending sending : sendings) {
            send(claim, sending);
            if (sending.sentAt() != null && handedOver == null) {
                handedOver = sending.sentAt();
            }
            accepted = said(claim, sending, accepted);
        }
        if (sendings.isEmpty()) {
            missing.add("The claim was not sent to a payer. Nothing here shows a filing.");
        } else if (handedOver == null) {
            missing.add(
                    "It is not known that the payer has the interchange: the sending has no known outcome, and no answer to it"
                            + " has come.");
        }
        boolean proven = handedOver != null;
        return Optional.of(new FilingProof(
                claim.practice(), claim.number(), finding(handedOver, accepted), proven, sections, missing, utc(now)));
    }

    private static String finding(Instant handedOver, Instant accepted) {
        if (handedOver == null) {
            return "This is no proof of filing: it is not known that the payer has the claim.";
        }
        return "The claim was handed to the payer on " + utc(handedOver) + "."
                + (accepted == null
                        ? " The payer has not said that it accepted the claim."
                        : " The payer accepted it into adjudication; its answer came on " + utc(accepted) + ".");
    }

    private void handedIn(Claim claim) throws SQLException {
        HandedIn file = evidence.handedIn(claim);
        sections.add(new Section(
                "Handed in to the clearinghouse",
                List.of(
                        new Fact("When", utc(file.receivedAt())),
                        new Fact("File", file.id() + ", " + file.size() + " bytes, by " + file.door()),
                        new Fact("SHA-256 of its bytes", file.sha256()),
                        new Fact("Judged", utc(file.judgedAt()))),
                List.of(kept(file.archiveKey(), file.sha256())),
                List.of()));
    }

    private void send(Claim claim, Sending sending) {
        List<Fact> facts = List.of(
                new Fact("Handed over", sending.sentAt() == null ? "not known" : utc(sending.sentAt())),
                new Fact("Written", utc(sending.createdAt())),
                new Fact(
                        "Control numbers",
                        "interchange ISA13 %09d, group GS06 %d, set ST02 %s"
                                .formatted(sending.control(), sending.group(), sending.set())),
                new Fact(
                        "File at the payer",
                        sending.name() + " (" + sending.kind() + ", " + sending.size() + " bytes)"),
                new Fact("SHA-256 of its bytes", sending.sha256()),
                new Fact("Payload id", sending.payloadId()),
                new Fact("Receipt of the connection", sending.receipt() == null ? "none" : sending.receipt()));
        List<Raw> raw = segments(
                sending.archiveKey(),
                bytes -> WireSegments.sent(bytes, sending.set(), sending.position(), own(claim.id())));
        List<String> words = new ArrayList<>(List.of(kept(sending.archiveKey(), sending.sha256())));
        if (raw.stream().noneMatch(each -> each.before().startsWith("CLM"))) {
            missing.add(
                    "The claim's segment could not be shown from the bytes of interchange " + sending.control() + ".");
        }
        sections.add(new Section("Sent to " + sending.payer(), facts, words, raw));
    }

    /** Shows what the payer said about the envelope and the claim; returns when it first accepted the claim. */
    private Instant said(Claim claim, Sending sending, Instant before) throws SQLException {
        List<Said> all = evidence.said(claim, sending);
        Instant accepted = before;
        for (String kind : new String[] {"TA1", "999", "277CA"}) {
            if (all.stream().noneMatch(said -> said.kind().equals(kind))) {
                missing.add(
                        switch (kind) {
                            case "TA1" ->
                                "The payer sent no TA1 about this interchange. Many payers send one only where they refuse.";
                            case "999" -> "No 999 of the payer about this set has come.";
                            default ->
                                "No 277CA of the payer about this claim has come: it has not said whether it took the claim.";
                        });
            }
        }
        for (Said said : all) {
            sections.add(section(claim, sending, said));
            if (said.kind().equals("277CA") && accepted == null && evidence.isAcceptance(claim, said)) {
                accepted = said.at();
            }
        }
        return accepted;
    }

    private Section section(Claim claim, Sending sending, Said said) {
        List<Raw> raw = segments(said.archiveKey(), bytes -> switch (said.kind()) {
            case "TA1" -> WireSegments.ta1(bytes, sending.control());
            case "999" -> WireSegments.ack(bytes, sending.group(), sending.set());
            default -> WireSegments.claimStatus(bytes, said.reference(), own(claim.id()));
        });
        return new Section(
                "The payer's " + said.kind(),
                List.of(
                        new Fact("When it came", utc(said.at())),
                        new Fact("Says", words(said)),
                        new Fact("Codes", said.statement()),
                        new Fact("Answer", said.answerId() + ", SHA-256 " + said.sha256())),
                List.of(),
                raw);
    }

    private String words(Said said) {
        return switch (said.kind()) {
            case "TA1" -> {
                String[] codes = said.statement().strip().split(" ");
                yield AckWords.ta1(codes[0], codes.length > 1 ? codes[1] : "");
            }
            case "999" -> "set " + AckWords.ack(said.statement());
            default -> statuses(said.statement());
        };
    }

    private String statuses(String statement) {
        List<String> sentences = new ArrayList<>();
        for (String code : statement.strip().split(" ")) {
            String[] parts = code.split(":", -1);
            if (parts.length >= 2) {
                sentences.add(labels.sentence(new ClaimStatus(parts[0], parts[1], parts.length > 2 ? parts[2] : "")));
            }
        }
        return sentences.isEmpty() ? "codes without words here" : String.join(" ", sentences);
    }

    // --- bytes ---

    @FunctionalInterface
    private interface Look {
        List<Raw> at(InputStream bytes) throws IOException;
    }

    private List<Raw> segments(String key, Look look) {
        try (InputStream bytes = archive.open(key)) {
            return look.at(bytes);
        } catch (IOException | Failure gone) {
            missing.add("Kept bytes that should be quoted here cannot be read now.");
            return List.of();
        }
    }

    /** Whether the bytes kept are still those that were kept: they are read and their sum taken, now. */
    private String kept(String key, String sha256) {
        try (InputStream bytes = archive.open(key)) {
            if (Sha256.of(bytes).equals(sha256)) {
                return "Custody: the bytes were read again for this document and have the same SHA-256 as on that day.";
            }
            missing.add("Kept bytes have changed since: they do not have the SHA-256 of that day.");
            return "Custody: the bytes no longer have the SHA-256 of that day.";
        } catch (IOException | Failure gone) {
            missing.add("Kept bytes cannot be read now, so their SHA-256 was not taken again.");
            return "Custody: the bytes cannot be read now.";
        }
    }

    private static String own(String claimId) {
        return claimId.substring("clm_".length());
    }

    private static String utc(Instant at) {
        return at == null
                ? "not yet"
                : at.truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .replace('T', ' ')
                        .replace("Z", " UTC");
    }
}
