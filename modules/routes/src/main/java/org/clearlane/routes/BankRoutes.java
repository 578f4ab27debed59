package org.clearlane.routes;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** From the operator's folder for banks' files into the ledger; a file is removed only when it is there. */
public final class BankRoutes extends RouteBuilder {

    private final Path folder;
    private final BankDoor door;
    private final Duration stable;

    /** @param stable how long a file must not have changed before it is read */
    public BankRoutes(Path folder, BankDoor door, Duration stable) {
        this.folder = folder;
        this.door = door;
        this.stable = stable;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(false)
                .log(
                        LoggingLevel.ERROR,
                        "org.clearlane.routes",
                        "${routeId}: a file stays in its folder: ${exception.class.simpleName}: ${exception.message}");
        from("file:" + folder + "?delete=true&idempotent=false&autoCreate=true&maxMessagesPerPoll=50"
                        + "&delay=" + Math.max(100, stable.toMillis())
                        + "&initialDelay=0&exclude=.*\\.(part|tmp|filepart|crdownload)$"
                        + "&readLock=changed&readLockMinLength=0&readLockMinAge=" + stable.toMillis()
                        + "&readLockCheckInterval=" + Math.max(50, stable.toMillis() / 4)
                        + "&readLockTimeout=" + (stable.toMillis() * 3 + 1000)
                        + "&readLockLoggingLevel=DEBUG&probeContentType=false&bridgeErrorHandler=true")
                .routeId("inbound.bank")
                .bean(door, "take");
    }
}
