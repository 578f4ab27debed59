package org.clearlane.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.clearlane.simulator.ControlNumbers.Kind;
import org.clearlane.simulator.JournalLine.Marker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One payer: takes files, keeps its journal, writes answers and hands them out when their time has come. Whatever step
 * it dies at, a restart on the same data folder goes on from there: received → journal → pending → out.
 *
 * <p>Safe for use by several threads: one thing happens at a time.
 */
final class SimulatedPayer {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedPayer.class);

    private final PayerSettings settings;
    private final PayerFolders folders;
    private final Clock clock;
    private final Journal journal;
    private final ControlNumbers numbers;
    private final AnswerPlanner planner;
    private final Door door;
    /** Held while the door changes, which must not be waited for under the payer's own lock. */
    private final Object outages = new Object();

    private boolean down;

    SimulatedPayer(long seed, PayerSettings settings, Path data, Clock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        folders = PayerFolders.of(data, settings);
        journal = new Journal(folders);
        numbers = new ControlNumbers(folders.file("control-numbers"));
        planner = new AnswerPlanner(seed, settings, numbers, clock);
        door = switch (settings.transport()) {
            case FOLDER -> new FolderDoor(folders);
            case SFTP -> new SftpDoor(settings, folders);
            case HTTPS -> new HttpsDoor(settings, folders, this, clock);
        };
    }

    synchronized void open() throws IOException {
        door.open();
        for (Path part : DurableFiles.list(folders.out())) {
            String name = part.getFileName().toString();
            if (name.endsWith(".part")) {
                DurableFiles.move(part, part.resolveSibling(name.substring(0, name.length() - ".part".length())));
            }
        }
    }

    /** Not synchronized: the door waits for requests in hand, and these wait for the payer. */
    void close() throws IOException {
        door.close();
    }

    void setDown(boolean wanted) throws IOException {
        synchronized (outages) {
            if (wanted == isDown()) {
                return;
            }
            // First no more rounds, then no more door; and the other way round afterwards.
            if (wanted) {
                changeDown(true);
                door.outage();
            } else {
                door.open();
                changeDown(false);
            }
        }
        LOG.info("payer {} is {}", settings.id(), wanted ? "down" : "up again");
    }

    private synchronized boolean isDown() {
        return down;
    }

    private synchronized void changeDown(boolean wanted) {
        down = wanted;
    }

    PayerEndpoint endpoint() {
        return door.endpoint();
    }

    void acceptThenCut(int times) {
        door.acceptThenCut(times);
    }

    synchronized List<JournalLine> journalLines() {
        return journal.lines();
    }

    synchronized List<JournaledClaim> journaledClaims() throws IOException {
        return journal.claims();
    }

    /** The first journal line under this file name or PayloadID, or null. */
    synchronized JournalLine journaled(String name) {
        return journal.byName(name);
    }

    /** One round: takes what has arrived, writes the answers it asks for, hands out what is due. */
    synchronized void work() throws IOException {
        if (down) {
            return;
        }
        if (door.inbox() != null) {
            for (Path file : door.inbox().arrived()) {
                take(file);
            }
        }
        for (JournalLine line : journal.unanswered()) {
            answer(line);
        }
        handOut();
    }

    private void take(Path file) throws IOException {
        try {
            receive(file.getFileName().toString(), Files.readAllBytes(file));
            Files.delete(file);
        } catch (NoSuchFileException e) {
            LOG.info("payer {}: a file was taken back before it was read", settings.id());
        }
    }

    /** Keeps a payload unless its id was used for another one: null then, else the line of its first coming. */
    synchronized JournalLine submit(String payloadId, byte[] payload) throws IOException {
        JournalLine known = journal.byName(payloadId);
        if (known != null && !known.sha256().equals(Draw.sha256Hex(payload))) {
            return null;
        }
        receive(payloadId, payload);
        return journal.byName(payloadId);
    }

    /** Keeps a file and its journal lines; on disk when this returns. */
    synchronized void receive(String name, byte[] bytes) throws IOException {
        String sha256 = Draw.sha256Hex(bytes);
        Path kept = kept(sha256);
        if (!Files.exists(kept)) {
            DurableFiles.replace(kept, bytes);
        }
        List<ReceivedInterchange> interchanges = interchanges(bytes);
        if (interchanges.isEmpty()) {
            enter(name, sha256, null, Marker.UNREADABLE);
        }
        for (ReceivedInterchange interchange : interchanges) {
            enter(name, sha256, interchange, marker(interchange));
        }
    }

    private List<ReceivedInterchange> interchanges(byte[] bytes) {
        try {
            return ClaimFileReader.read(bytes);
        } catch (RuntimeException e) {
            // A mistake of ours must not keep every later file waiting behind this one.
            LOG.error("payer {}: a file could not be read", settings.id(), e);
            return List.of();
        }
    }

    private Path kept(String sha256) {
        return folders.received().resolve(sha256 + ".edi");
    }

    private Marker marker(ReceivedInterchange interchange) {
        JournalLine known = journal.byControl(sender(interchange), interchange.control());
        if (known != null) {
            return known.interchangeSha256().equals(interchange.sha256()) ? Marker.REPEAT : Marker.CONFLICT;
        }
        return interchange.note().equals("000") ? Marker.FIRST : Marker.REFUSED;
    }

    private static String sender(ReceivedInterchange interchange) {
        return interchange.senderQualifier() + ":" + interchange.sender();
    }

    private void enter(String name, String sha256, ReceivedInterchange interchange, Marker marker) throws IOException {
        long receipt = journal.nextReceipt();
        boolean readable = interchange != null;
        JournalLine line = new JournalLine(
                clock.instant(),
                name,
                sha256,
                readable ? interchange.control() : "",
                readable ? interchange.groupControls() : "",
                readable ? (int) interchange.sets().count() : 0,
                readable ? interchange.claims().size() : 0,
                readable ? interchange.chargeCents() : 0,
                marker,
                receipt,
                readable ? interchange.sha256() : "",
                readable ? sender(interchange) : "");
        List<JournaledClaim> claims = new ArrayList<>();
        if (marker == Marker.FIRST) {
            interchange.sets().forEach(set -> set.claims()
                    .forEach(claim -> claims.add(new JournaledClaim(
                            interchange.control(),
                            set.control(),
                            claim.pcn(),
                            claim.houseId(),
                            claim.chargeCents(),
                            receipt))));
        }
        journal.append(line, claims);
        LOG.info("payer {} received {} claims: {}", settings.id(), line.claims(), marker);
    }

    private void answer(JournalLine line) throws IOException {
        String receipt = "%08d".formatted(line.receipt());
        for (Path leftover : DurableFiles.list(folders.pending())) {
            if (leftover.getFileName().toString().contains("-" + receipt + "-")) {
                Files.delete(leftover);
            }
        }
        List<PlannedAnswer> answers = planOrNone(line);
        List<String> names = new ArrayList<>();
        for (PlannedAnswer answer : answers) {
            names.add("%s.%s.%06d.%s"
                    .formatted(
                            settings.payerId(),
                            STAMP.format(LocalDateTime.ofInstant(clock.instant(), clock.getZone())),
                            numbers.next(Kind.FILE),
                            answer.kind().suffix()));
        }
        if (!answers.isEmpty()) {
            numbers.save();
        }
        for (int i = 0; i < answers.size(); i++) {
            PlannedAnswer answer = answers.get(i);
            String pending = "%015d-%s-%04d@%s".formatted(answer.dueMillis(), receipt, i, names.get(i));
            DurableFiles.replace(folders.pending().resolve(pending), answer.bytes());
        }
        journal.answered(line);
    }

    private List<PlannedAnswer> planOrNone(JournalLine line) throws IOException {
        try {
            return plan(line);
        } catch (RuntimeException e) {
            // An interchange that cannot be answered (a sender's id that fits no ISA) must not silence the others.
            LOG.error("payer {}: receipt {} cannot be answered", settings.id(), line.receipt(), e);
            return List.of();
        }
    }

    private List<PlannedAnswer> plan(JournalLine line) throws IOException {
        if (line.marker() == Marker.REPEAT || line.marker() == Marker.UNREADABLE) {
            return List.of();
        }
        ReceivedInterchange interchange = ClaimFileReader.read(Files.readAllBytes(kept(line.sha256()))).stream()
                .filter(one -> one.sha256().equals(line.interchangeSha256()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("receipt " + line.receipt() + " has lost its bytes"));
        if (!interchange.wantsAnswers()) {
            return List.of();
        }
        return switch (line.marker()) {
            case FIRST -> planner.answers(interchange, line.received());
            case CONFLICT -> planner.refusal(interchange, "025", line.received());
            case REFUSED -> planner.refusal(interchange, interchange.note(), line.received());
            case REPEAT, UNREADABLE -> List.of();
        };
    }

    private void handOut() throws IOException {
        long now = clock.millis();
        for (Path pending : DurableFiles.list(folders.pending())) {
            String name = pending.getFileName().toString();
            if (name.endsWith(".part")) {
                continue;
            }
            if (Long.parseLong(name.substring(0, 15)) > now) {
                return;
            }
            String answer = name.substring(name.indexOf('@') + 1);
            DurableFiles.replace(folders.sent().resolve(answer), Files.readAllBytes(pending));
            Path part = folders.out().resolve(answer + ".part");
            DurableFiles.move(pending, part);
            DurableFiles.move(part, folders.out().resolve(answer));
            LOG.info("payer {} hands out {}", settings.id(), answer);
        }
    }

    /** Whether nothing is left to take, to write or to hand out now or later. */
    synchronized boolean isQuiet() throws IOException {
        return (door.inbox() == null || door.inbox().isEmpty())
                && journal.unanswered().isEmpty()
                && DurableFiles.list(folders.pending()).isEmpty();
    }

    /** The answer that has waited longest, or null. */
    synchronized Path nextAnswer() throws IOException {
        return DurableFiles.list(folders.out()).stream()
                .filter(file -> !file.getFileName().toString().endsWith(".part"))
                .min((one, other) -> sequence(one).compareTo(sequence(other)))
                .orElse(null);
    }

    /** The sequence in an answer's name: {@code NWH01.20260131120000.000017.TA1.edi}. */
    private static String sequence(Path answer) {
        String[] parts = answer.getFileName().toString().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    /** Removes the answer of this name; false when none such was ever handed out. */
    synchronized boolean removeAnswer(Predicate<String> isIt) throws IOException {
        for (Path answer : DurableFiles.list(folders.out())) {
            if (isIt.test(answer.getFileName().toString())) {
                Files.delete(answer);
                return true;
            }
        }
        return DurableFiles.list(folders.sent()).stream()
                .anyMatch(answer -> isIt.test(answer.getFileName().toString()));
    }
}
