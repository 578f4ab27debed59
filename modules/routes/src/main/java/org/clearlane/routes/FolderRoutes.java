package org.clearlane.routes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.clearlane.model.directory.Practice;

/**
 * From each practice's folder into the intake. A file that is still growing, or looks cut off, is left alone, as are
 * names that say so themselves ({@code .part}, {@code .tmp}, {@code .filepart}, a leading dot); a file is removed from the folder only
 * when it is in the ledger.
 */
public final class FolderRoutes extends RouteBuilder {

    private static final String NOT_YET = ".*\\\\.(part|tmp|filepart|crdownload)$";

    private final Path inbox;
    private final Collection<Practice> practices;
    private final FolderDoor door;
    private final Duration stable;
    private final CompleteFiles complete;

    /** @param stable how long a file must not have changed before it is read */
    public FolderRoutes(
            Path inbox, Collection<Practice> practices, FolderDoor door, Duration stable, CompleteFiles complete) {
        this.inbox = inbox;
        this.practices = practices;
        this.door = door;
        this.stable = stable;
        this.complete = complete;
    }

    @Override
    public void configure() {
        getContext().getRegistry().bind("complete-files", complete);
        onException(Exception.class)
                .handled(false)
                .log(
                        LoggingLevel.ERROR,
                        "org.clearlane.routes",
                        "${routeId}: a file stays in its folder: ${exception.class.simpleName}: ${exception.message}");
        for (Practice practice : practices) {
            from("file:" + inbox.resolve(practice.id())
                            + "?delete=true&idempotent=false&charset=ISO-8859-1&autoCreate=true&maxMessagesPerPoll=50"
                            + "&delay=" + Math.max(100, stable.toMillis() / 2)
                            + "&initialDelay=0&filter=#complete-files&exclude=" + NOT_YET.replace("\\\\", "\\")
                            + "&readLock=changed&readLockMinLength=0&readLockMinAge=" + stable.toMillis()
                            + "&readLockCheckInterval=" + Math.max(50, stable.toMillis() / 4)
                            + "&readLockTimeout=" + (stable.toMillis() * 3 + 1000)
                            + "&readLockLoggingLevel=DEBUG&probeContentType=false&bridgeErrorHandler=true")
                    .routeId("inbound.folder." + practice.id())
                    .bean(new PracticeFolder(door, practice.id()), "take");
        }
    }
}
