package org.clearlane.pipeline.proof;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
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
import org.clearlane.model.Money;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.transactions.AckWords;
import org.clearlane.transactions.t277ca.ClaimStatusLabels;

/**
 * Puts together what shows that a claim was filed in time. The claim and its practice's files are read through the role that
 * sees this practice only; of interchanges and answers, which hold other practices' claims too, only what is about envelopes
 * and this claim is taken over.
 */
public final class TimelyFiling {

    private final Connection ofThePractice;
    private final Connection everything;
    private final Archive archive;
    private final ClaimStatusLabels labels = ClaimStatusLabels.bundled();
    private final List<Section> sections = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * A putting together, for one claim.
     *
     * @param ofThePractice sees what the practice may see, and decides whether there is anything to prove
     * @param everything sees interchanges and answers
     */
    public TimelyFiling(Connection ofThePractice, Connection everything, Archive archive) {
        this.ofThePractice = ofThePractice;
        this.everything = everything;
        this.archive = archive;
    }

    private record ClaimFacts(
            String id,
            String practice,
            String number,
            String patient,
            Money charge,
            String service,
            String npi,
            String taxId,
            String payer,
            String fileId,
            String state) {}

    private record Sending(
            String id,
            String payer,
            long control,
            long group,
            String set,
            int position,
            String archiveKey,
            String sha256,
            Instant sentAt,
            String state) {}

    /** The proof, or empty where the practice has no such claim. */
    public Optional<FilingProof> of(String claimId, Instant now) throws SQLException {
        Optional<ClaimFacts> found = claim(claimId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ClaimFacts claim = found.get();
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
        List<Sending> sendings = sendings(claimId);
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

    private Optional<ClaimFacts> claim(String id) throws SQLException {
        return Sql.first(
                ofThePractice,
                """
                select c.id, p.name, c.patient_control_number, c.charge_cents, c.service_from, c.service_to, c.billing_npi, c.tax_id,
                    coalesce(c.payer_id, c.payer_code) as payer, c.file_id, c.state,
                    coalesce((select w.last_name || ', ' || w.first_name from claim_people w
                        where w.claim_id = c.id and w.part = 'P'), '') as patient
                from claims c join practices p on p.id = c.practice_id where c.id = ?""",
                row -> {
                    String from = String.valueOf(row.getObject("service_from"));
                    String to = String.valueOf(row.getObject("service_to"));
                    return new ClaimFacts(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("patient_control_number"),
                            row.getString("patient"),
                            new Money(row.getLong("charge_cents")),
                            from.equals("null")
                                    ? "none given"
                                    : to.equals("null") || to.equals(from) ? from : from + " to " + to,
                            row.getString("billing_npi"),
                            row.getString("tax_id"),
                            row.getString("payer"),
                            row.getString("file_id"),
                            row.getString("state"));
                },
                id);
    }

    private void handedIn(ClaimFacts claim) throws SQLException {
        Sql.first(
                ofThePractice,
                """
                select id, door, sha256, size_bytes, archive_key, received_at, judged_at, claims_total from files where id = ?""",
                row -> {
                    sections.add(new Section(
                            "Handed in to the clearinghouse",
                            List.of(
                                    new Fact("When", utc(Sql.instant(row, "received_at"))),
                                    new Fact(
                                            "File",
                                            row.getString("id") + ", " + row.getLong("size_bytes") + " bytes, by "
                                                    + row.getString("door")),
                                    new Fact("SHA-256 of its bytes", row.getString("sha256")),
                                    new Fact("Judged", utc(Sql.instant(row, "judged_at")))),
                            List.of(kept(row.getString("archive_key"), row.getString("sha256"))),
                            List.of()));
                    return null;
                },
                claim.fileId());
    }

    private List<Sending> sendings(String claimId) throws SQLException {
        List<String[]> own = Sql.list(
                ofThePractice,
                "select outbound_id, set_control, position from submissions where claim_id = ? order by outbound_id",
                row -> new String[] {row.getString(1), row.getString(2), row.getString(3)},
                claimId);
        List<Sending> all = new ArrayList<>();
        for (String[] submission : own) {
            Sql.first(
                            everything,
                            """
                            select id, payer_id, control, group_control, archive_key, sha256, sent_at, state
                            from outbound_interchanges where id = ?""",
                            row -> new Sending(
                                    row.getString("id"),
                                    row.getString("payer_id"),
                                    row.getLong("control"),
                                    row.getLong("group_control"),
                                    submission[1],
                                    Integer.parseInt(submission[2]),
                                    row.getString("archive_key"),
                                    row.getString("sha256"),
                                    Sql.instant(row, "sent_at"),
                                    row.getString("state")),
                            submission[0])
                    .ifPresent(all::add);
        }
        return all;
    }

    private void send(ClaimFacts claim, Sending sending) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        Sql.first(
                everything,
                """
                select name, kind, size_bytes, payload_id, created_at, attempts, receipt from outbound_interchanges
                where id = ?""",
                row -> {
                    facts.add(new Fact("Handed over", sending.sentAt() == null ? "not known" : utc(sending.sentAt())));
                    facts.add(new Fact("Written", utc(Sql.instant(row, "created_at"))));
                    facts.add(new Fact(
                            "Control numbers",
                            "interchange ISA13 %09d, group GS06 %d, set ST02 %s"
                                    .formatted(sending.control(), sending.group(), sending.set())));
                    facts.add(new Fact(
                            "File at the payer",
                            row.getString("name") + " (" + row.getString("kind") + ", " + row.getLong("size_bytes")
                                    + " bytes)"));
                    facts.add(new Fact("SHA-256 of its bytes", sending.sha256()));
                    facts.add(new Fact("Payload id", row.getString("payload_id")));
                    facts.add(new Fact(
                            "Receipt of the connection",
                            row.getString("receipt") == null ? "none" : row.getString("receipt")));
                    return null;
                },
                sending.id());
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

    private record Said(
            String kind,
            String reference,
            String statement,
            String answerId,
            String archiveKey,
            String sha256,
            Instant at) {}

    /** Shows what the payer said about the envelope and the claim; returns when it first accepted the claim. */
    private Instant said(ClaimFacts claim, Sending sending, Instant before) throws SQLException {
        List<Said> all = Sql.list(
                everything,
                """
                select i.kind, i.reference, i.statement, i.answer_id, a.archive_key, a.sha256, a.received_at
                from answer_items i join answers a on a.id = i.answer_id
                where i.kind in ('TA1', '999', '277CA')
                    and (i.outbound_id = ? and i.claim_id is null and (i.kind <> '999' or i.reference in (?, ?)) or i.claim_id = ?)
                order by a.received_at, i.answer_id, i.ordinal limit 50""",
                row -> new Said(
                        row.getString("kind"),
                        row.getString("reference"),
                        row.getString("statement"),
                        row.getString("answer_id"),
                        row.getString("archive_key"),
                        row.getString("sha256"),
                        Sql.instant(row, "received_at")),
                sending.id(),
                "GS06 %d ST02 %s".formatted(sending.group(), sending.set()),
                "GS06 %d".formatted(sending.group()),
                claim.id());
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
            if (said.kind().equals("277CA") && accepted == null && isAcceptance(claim, said)) {
                accepted = said.at();
            }
        }
        return accepted;
    }

    private boolean isAcceptance(ClaimFacts claim, Said said) throws SQLException {
        return Sql.number(
                        ofThePractice,
                        "select count(*) from claim_events where claim_id = ? and evidence = ? and to_state = 'PAYER_ACCEPTED'",
                        claim.id(),
                        said.answerId())
                > 0;
    }

    private Section section(ClaimFacts claim, Sending sending, Said said) {
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
