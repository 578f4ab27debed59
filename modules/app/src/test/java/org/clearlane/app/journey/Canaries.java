package org.clearlane.app.journey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Listens to everything that is logged, at DEBUG, for the marks that synthetic patients carry, and for API keys. */
final class Canaries extends AppenderBase<ILoggingEvent> {

    /** Begins every value that a test plants where nobody expects it. */
    static final String PLANTED = "QXCANARY";

    /**
     * Names begin with Zz, member ids are ZZ and ten digits. Both are whole words: a random key of the API may hold the
     * same three letters somewhere in its middle.
     */
    static final Pattern MARK = Pattern.compile(
            "(?<![A-Za-z0-9_+/-])(?:Zz[A-Z]{2,}|ZZ\\d{10})(?![A-Za-z0-9_+/-])|(?i:" + Canaries.PLANTED + ")");

    /** What `keys create` prints, as practices send it. */
    static final Pattern KEY = Pattern.compile("clk_[A-Za-z0-9_-]{20,}");

    private final ConcurrentLinkedQueue<String> caught = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> warnings = new ConcurrentLinkedQueue<>();
    private final AtomicLong heard = new AtomicLong();

    private Canaries() {}

    static Canaries listen() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        for (Iterator<Appender<ILoggingEvent>> each = root.iteratorForAppenders(); each.hasNext(); ) {
            ThresholdFilter warnings = new ThresholdFilter();
            warnings.setLevel("WARN");
            warnings.start();
            each.next().addFilter(warnings);
        }
        Canaries canaries = new Canaries();
        canaries.setContext(context);
        canaries.start();
        root.addAppender(canaries);
        root.setLevel(Level.DEBUG);
        context.getLogger("org.clearlane").setLevel(Level.DEBUG);
        return canaries;
    }

    /** Goes back to what was logged before. */
    void hush() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAppender(this);
        root.iteratorForAppenders().forEachRemaining(Appender::clearAllFilters);
        root.setLevel(Level.WARN);
        context.getLogger("org.clearlane").setLevel(Level.INFO);
    }

    @Override
    protected void append(ILoggingEvent event) {
        heard.incrementAndGet();
        String text = event.getThreadName() + " " + event.getMDCPropertyMap() + " " + event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            warnings.add(event.getFormattedMessage());
        }
        if (MARK.matcher(text).find() || KEY.matcher(text).find()) {
            caught.add(event.getLevel() + " " + event.getLoggerName() + ": " + text);
        }
    }

    /** Lines with a mark or a key in them. */
    List<String> caught() {
        return List.copyOf(caught);
    }

    /** Whether something was said at WARN or ERROR that holds these words. */
    boolean hasWarned(String words) {
        return warnings.stream().anyMatch(line -> line.contains(words));
    }

    long heard() {
        return heard.get();
    }
}
