package org.clearlane.connections;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.clearlane.model.Failure;
import org.clearlane.model.connection.AnswerSink;
import org.clearlane.model.connection.PayerConnection.Collection;

/**
 * Takes answers that lie as files: plain names, regular files, finished files only. A file goes away after the sink has
 * it; one bad file does not keep the others. Safe for several threads: they collect one after the other.
 */
final class AnswerCollector {

    private final StillFiles stillFiles;
    private final long maxAnswerBytes;
    private final long maxEntries;
    private final ReentrantLock collecting = new ReentrantLock();

    AnswerCollector(Settings settings) {
        this.stillFiles = new StillFiles(settings.milliseconds("stableMs"));
        this.maxAnswerBytes = settings.number("maxAnswerBytes");
        this.maxEntries = settings.number("maxEntries");
    }

    Collection collect(AnswerPlace place, AnswerSink sink) {
        Problems problems = new Problems();
        int taken = 0;
        boolean reached = true;
        collecting.lock();
        try {
            Listing listing = new Listing(place);
            for (var file : stillFiles.in(listing::look).entrySet()) {
                try {
                    give(place, file.getKey(), file.getValue(), sink);
                    taken++;
                    remove(place, file.getKey(), file.getValue());
                } catch (IOException | UncheckedIOException | Failure e) {
                    problems.add(file.getKey() + " stays at the payer: " + Handovers.why(e));
                }
            }
            listing.obstacles.forEach(problems::add);
        } catch (IOException e) {
            problems.add("the answers cannot be listed: " + Handovers.why(e));
            reached = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add("collecting was interrupted");
        } finally {
            collecting.unlock();
        }
        return new Collection(taken, problems.orNull(), reached);
    }

    private static void give(AnswerPlace place, String name, StillFiles.Look look, AnswerSink sink) throws IOException {
        try (InputStream bytes = new WholeInputStream(place.open(name), look.size())) {
            sink.take(name, bytes);
        }
    }

    /** What came in its place meanwhile is another answer and must not be lost. */
    private static void remove(AnswerPlace place, String name, StillFiles.Look look) throws IOException {
        if (!look.equals(place.look(name))) {
            throw new IOException("it changed while it was read");
        }
        place.remove(name);
    }

    /** The latest look at a place, and what in it will not be taken however long one waits. */
    private final class Listing {

        private final AnswerPlace place;
        private final List<String> obstacles = new ArrayList<>();

        Listing(AnswerPlace place) {
            this.place = place;
        }

        SortedMap<String, StillFiles.Look> look() throws IOException {
            obstacles.clear();
            SortedMap<String, StillFiles.Look> found = new TreeMap<>();
            boolean all = place.list(maxEntries, entry -> judge(entry, found));
            if (!all) {
                obstacles.add("there are more than " + maxEntries + " entries; the rest was not looked at");
            }
            return found;
        }

        private void judge(AnswerPlace.Entry entry, SortedMap<String, StillFiles.Look> found) {
            FileNames.Verdict verdict = FileNames.judge(entry.name());
            if (entry.obstacle() == null || verdict == FileNames.Verdict.UNFINISHED) {
                return;
            }
            if (verdict == FileNames.Verdict.STRANGE) {
                obstacles.add("a file with a strange name is left alone: " + PeerText.shown(entry.name()));
            } else if (!entry.obstacle().isEmpty()) {
                obstacles.add(entry.name() + " is left alone: " + entry.obstacle());
            } else if (entry.look().size() > maxAnswerBytes) {
                obstacles.add(entry.name() + " is left alone: it is larger than " + maxAnswerBytes + " bytes");
            } else {
                found.put(entry.name(), entry.look());
            }
        }
    }
}
