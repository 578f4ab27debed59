package org.clearlane.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.clearlane.pipeline.answers.ApplyAnswer;
import org.clearlane.pipeline.correction.Corrections;
import org.clearlane.pipeline.dispatch.BatchClaims;
import org.clearlane.pipeline.dispatch.PayerConnectionsInUse;
import org.clearlane.pipeline.dispatch.SendInterchange;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.pipeline.judging.Edition;
import org.clearlane.pipeline.judging.JudgeFile;
import org.clearlane.pipeline.judging.Rehearsal;
import org.clearlane.pipeline.posting.AcceptRemittance;
import org.clearlane.pipeline.posting.PostRemittances;
import org.clearlane.pipeline.posting.PracticeParts;
import org.clearlane.pipeline.secondary.PrepareSecondary;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Outbox;
import org.clearlane.store.ledger.Practices;

/**
 * Two practices and two payers of one test's own, in the house all tests share, and the steps of the journey one by one.
 * Whatever a test finds in the ledger under these names, it has put there by the real code.
 */
public final class Town {

    /** The biggest file anybody may hand in here. */
    public static final long LARGEST = 1 << 20;

    public static final Duration FIRST_INQUIRY = Duration.ofSeconds(90);
    public static final PayerProfile.Retry RETRY =
            new PayerProfile.Retry(3, Duration.ofSeconds(2), Duration.ofSeconds(3));

    private static final ClearinghouseIdentity US =
            new ClearinghouseIdentity("CLEARLANE", "CLEARLANE", "CLAIMS DESK", "5550100100");

    private final House house;
    private final int number;
    private Profiles profiles;
    private final PayerConnectionsInUse connections;

    /** NPIs that pass their check digit; none is given out. */
    private static final String LAKESIDE_NPI = "1234567893";

    private static final String HARBOR_NPI = "2000000218";

    Town(House house, Map<String, String> delimiters, PayerConnection connection) {
        this.house = house;
        this.number = house.nextTown();
        this.profiles = Profiles.of(
                List.of(practice("lakeside", LAKESIDE_NPI, "391234567"), practice("harbor", HARBOR_NPI, "990000002")),
                List.of(
                        payer("northwind", delimiters.getOrDefault("northwind", "*:^~"), false),
                        payer("blue", delimiters.getOrDefault("blue", "|^}~"), true)));
        this.connections = new PayerConnectionsInUse(
                Map.of(own("northwind"), profile("northwind"), own("blue"), profile("blue")), unused -> connection);
        house.ledger.run(tx -> Practices.know(tx, profiles.practices()));
    }

    public PayerConnectionsInUse connections() {
        return connections;
    }

    /** From now on remittances of northwind count although they do not balance. */
    public void allowUnbalanced(String by, String reason) {
        PayerProfile strict = profile("northwind");
        PayerProfile lenient = new PayerProfile(
                strict.id(),
                strict.name(),
                strict.payerIds(),
                strict.kinds(),
                strict.envelope(),
                strict.batch(),
                strict.retry(),
                strict.connection(),
                Optional.of(new PayerProfile.UnbalancedAllowance(by, LocalDate.of(2026, 9, 1), reason)),
                strict.deadlines());
        profiles = Profiles.of(profiles.practices(), List.of(lenient, profile("blue")));
    }

    /** From now on the first practice wants these mends of form. */
    public Town mends(Set<RepairKind> kinds) {
        Practice plain = profiles.practice(own("lakeside")).orElseThrow();
        profiles = Profiles.of(
                List.of(
                        new Practice(
                                plain.id(),
                                plain.name(),
                                plain.senderIds(),
                                plain.npis(),
                                plain.taxIds(),
                                kinds,
                                plain.timeZone()),
                        profiles.practice(own("harbor")).orElseThrow()),
                profiles.payers());
        return this;
    }

    private Practice practice(String name, String npi, String taxId) {
        return new Practice(own(name), name, Set.of(sender(name)), Set.of(npi), Set.of(taxId));
    }

    private PayerProfile payer(String name, String delimiters, boolean lineBreaks) {
        return TownPayer.profile(own(name), name, payerCode(name), delimiters, lineBreaks);
    }

    /** The ledger's name of a practice or payer of this town. */
    public String own(String name) {
        return name + "-" + number;
    }

    /** What claims call a payer of this town. */
    public String payerCode(String name) {
        return name.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + "%04d".formatted(number);
    }

    /** What a practice of this town calls itself in ISA06. */
    public String sender(String name) {
        return name.toUpperCase(java.util.Locale.ROOT) + number;
    }

    public PayerProfile profile(String payer) {
        return profiles.payer(own(payer)).orElseThrow();
    }

    public Profiles profiles() {
        return profiles;
    }

    public Ledger ledger() {
        return house.ledger;
    }

    public Archive archive() {
        return house.archive;
    }

    public SettableClock clock() {
        return house.clock;
    }

    /** A file of the first practice, without claims yet. */
    public ClaimFile file() {
        return new ClaimFile(sender("lakeside"), LAKESIDE_NPI, "391234567", payerCode("northwind"));
    }

    /** A file of the second practice, without claims yet. */
    public ClaimFile harborFile() {
        return new ClaimFile(sender("harbor"), HARBOR_NPI, "990000002", payerCode("northwind"));
    }

    /** A file of the samples, as the first practice would send it to this payer; its segments end with {@code ~}. */
    public byte[] sample(String folder, String payer) {
        String text;
        try {
            text = Files.readString(
                    Path.of(System.getProperty("clearlane.root"), "samples", folder, "input.edi"), ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.replaceFirst("ZZ\\*[A-Z ]{15}", "ZZ*%-15s".formatted(sender("lakeside")))
                .replace("PI*60054", "PI*" + payerCode(payer))
                .getBytes(ISO_8859_1);
    }

    /** Hands a file in and has it judged; its id. */
    public String submit(String practice, byte[] bytes) {
        String id = handIn(practice, bytes, "now").fileId();
        judge(id);
        return id;
    }

    /** Hands a file in; {@code arrival} tells one time from another. */
    public FileIntake.Receipt handIn(String practice, byte[] bytes, String arrival) {
        return new FileIntake(house.ledger, house.archive, LARGEST)
                .take(own(practice), "folder", "claims.edi", arrival, new ByteArrayInputStream(bytes));
    }

    /** What prepares claims for second payers here. */
    public PrepareSecondary secondary() {
        return new PrepareSecondary(house.ledger, house.archive, house.judge, profiles, US);
    }

    /** What hands claims in once more here. */
    public Corrections corrections() {
        return new Corrections(
                house.ledger,
                house.archive,
                new FileIntake(house.ledger, house.archive, LARGEST),
                new Rehearsal(() -> Edition.notKept(house.judge), profiles),
                profiles,
                US);
    }

    /** Has a file judged. */
    public void judge(String fileId) {
        new JudgeFile(house.ledger, house.archive, house.judge, house.formats, profiles, US)
                .perform(message(FileIntake.QUEUE, fileId));
    }

    /** Batches what is due for this payer, the window being over; how many interchanges were made. */
    public int batch(String payer) {
        house.clock.move(Duration.ofSeconds(60));
        return batches().allDueFor(profile(payer));
    }

    public BatchClaims batches() {
        return new BatchClaims(house.ledger, house.archive, US);
    }

    /** Judges a file and batches its claims for this payer; the id of the one interchange. */
    public String submitAndBatch(String payer, byte[] bytes) {
        submit("lakeside", bytes);
        if (batch(payer) != 1) {
            throw new IllegalStateException("not one interchange was made");
        }
        return newestInterchange(payer);
    }

    public String newestInterchange(String payer) {
        return one("select max(id) from outbound_interchanges where payer_id = ?", own(payer));
    }

    /** The bytes of an outbound interchange. */
    public String outbound(String interchangeId) {
        return kept(one("select archive_key from outbound_interchanges where id = ?", interchangeId));
    }

    /** Kept bytes as text, each byte one character. */
    public String kept(String key) {
        try (InputStream bytes = house.archive.open(key)) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step that sends, over the connection this town was made with. */
    public SendInterchange sending() {
        return new SendInterchange(house.ledger, house.archive, connections, FIRST_INQUIRY);
    }

    /** Does the step for the message that asks for this interchange to be sent. */
    public void send(String payer, String interchangeId) {
        sending().perform(message(SendInterchange.queueOf(own(payer)), interchangeId));
    }

    /** A payer's answer comes in and is applied; its id, or that of the same bytes before. */
    public String answer(String payer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Archive.Kept kept = house.archive.keep(new ByteArrayInputStream(bytes), LARGEST);
        return house.ledger
                .transact(tx -> AnswerLedger.enter(tx, own(payer), "answer.edi", kept))
                .map(id -> {
                    apply(id);
                    return id;
                })
                .orElseGet(() -> one("select id from answers where sha256 = ?", kept.sha256()));
    }

    private PostRemittances posting() {
        PracticeParts parts = new PracticeParts(profiles, house.archive, house.labels, US.id());
        return new PostRemittances(profiles, house.archive, parts);
    }

    /** What lets held remittances count here. */
    public AcceptRemittance accepting() {
        return new AcceptRemittance(profiles, house.archive, posting());
    }

    /** Does the step for the message that asks for this answer to be applied. */
    public void apply(String answerId) {
        new ApplyAnswer(house.ledger, house.archive, connections, posting())
                .perform(message(AnswerLedger.QUEUE, answerId));
    }

    /** A payer's TA1 about our interchange of this number. */
    public String ta1(long control, String code, String note) {
        return PayerAnswers.ta1(payerCode("northwind"), control, code, note);
    }

    /** The newest message of this queue about this. */
    public Outbox.Message message(String queue, String subject) {
        return house.ledger.transact(tx -> Sql.first(
                        tx.connection(),
                        "select id from outbox where queue = ? and subject = ? order by id desc limit 1",
                        row -> new Outbox.Message(row.getLong(1), queue, subject),
                        queue,
                        subject)
                .orElseThrow(() -> new IllegalStateException("nobody asked for " + queue + " of " + subject)));
    }

    /** The states of the claims with this number of the practice, oldest first. */
    public List<String> states(String practice, String patientControlNumber) {
        return all(
                "select state from claims where practice_id = ? and patient_control_number = ? order by id",
                own(practice),
                patientControlNumber);
    }

    /** The state of the first practice's only claim with this number. */
    public String state(String patientControlNumber) {
        List<String> states = states("lakeside", patientControlNumber);
        if (states.size() != 1) {
            throw new IllegalStateException(states.size() + " claims have this number");
        }
        return states.getFirst();
    }

    /** The id of the first practice's only claim with this number. */
    public String claimId(String patientControlNumber) {
        return one(
                "select id from claims where practice_id = ? and patient_control_number = ?",
                own("lakeside"),
                patientControlNumber);
    }

    /** Its events, each {@code FROM TO cause detail}. */
    public List<String> events(String patientControlNumber) {
        return all(
                """
                select concat_ws(' ', from_state, to_state, cause, nullif(detail, '')) from claim_events
                where claim_id = ? order by seq""",
                claimId(patientControlNumber));
    }

    /** What is open on the worklist about this payer, each {@code KIND subject}. */
    public List<String> work(String payer) {
        return all(
                """
                select kind || ' ' || subject from worklist where payer_id = ? and resolved_at is null order by id""",
                own(payer));
    }

    /** What lies in a practice's mailbox of this kind, as text, oldest first. */
    public List<String> mail(String practice, String kind) {
        return all(
                        "select archive_key from deliveries where practice_id = ? and kind = ? order by id",
                        own(practice),
                        kind)
                .stream()
                .map(this::kept)
                .toList();
    }

    /** One value. */
    public String one(String sql, Object... values) {
        List<String> all = all(sql, values);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The first column of all rows. */
    public List<String> all(String sql, Object... values) {
        return house.ledger.transact(tx -> texts(tx, sql, values));
    }

    private static List<String> texts(Ledger.Tx tx, String sql, Object... values) throws SQLException {
        return Sql.list(tx.connection(), sql, row -> row.getString(1), values);
    }
}
