package org.clearlane.connections;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/** A request body that knows how much of itself was given to the network: none means that the payer has nothing. */
final class CountedBody implements BodyPublisher {

    private final BodyPublisher body;
    private final AtomicLong given = new AtomicLong();

    CountedBody(BodyPublisher body) {
        this.body = body;
    }

    /** In bytes. */
    long given() {
        return given.get();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                given.addAndGet(bytes.remaining());
                subscriber.onNext(bytes);
            }

            @Override
            public void onError(Throwable fault) {
                subscriber.onError(fault);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
