package org.clearlane.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** The most heap that was still in use right behind a collection: what is kept, without what waits to be swept. */
final class LiveMemory implements AutoCloseable {

    private final Thread watcher = new Thread(this::watch, "live-memory");
    private volatile long most;
    private volatile boolean running = true;

    LiveMemory() {
        System.gc();
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        try {
            while (running) {
                long live = 0;
                for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                    MemoryUsage kept = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
                    live += kept == null ? 0 : kept.getUsed();
                }
                most = Math.max(most, live);
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long megabytes() {
        return most >> 20;
    }

    @Override
    public void close() {
        running = false;
    }
}
