package org.clearlane.connections;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * The body of one reply, written to a file of its own that only we may read and that goes with the spool. A reply is
 * never held in memory, and never longer than the limit.
 */
final class Spool implements BodySubscriber<Path>, AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final long limit;
    private final CompletableFuture<Path> whole = new CompletableFuture<>();
    private volatile Subscription subscription;
    private volatile long received;

    /** @param folder where it is kept meanwhile */
    Spool(Path folder, long limit) throws IOException {
        // createTempFile gives a file that nobody else may read.
        this.file = Files.createTempFile(folder, "clearlane-reply-", ".tmp");
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        this.limit = limit;
    }

    Path file() {
        return file;
    }

    long received() {
        return received;
    }

    /** A stretch of what was received; exactly as long, or reading it fails. */
    InputStream slice(long offset, long length) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(offset);
            return new WholeInputStream(in, length, true);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public CompletionStage<Path> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                received += buffer.remaining();
                if (received > limit) {
                    throw new MalformedReply("the reply is longer than " + limit + " bytes");
                }
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            subscription.request(1);
        } catch (IOException e) {
            subscription.cancel();
            onError(e);
        }
    }

    @Override
    public void onError(Throwable fault) {
        whole.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        whole.complete(file);
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException leftover) {
            // What the reply said is known; a leftover in the spool folder must not turn that into an error.
        }
    }
}
