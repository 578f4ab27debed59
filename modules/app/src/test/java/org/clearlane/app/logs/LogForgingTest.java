package org.clearlane.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** Attack A-13, forged log lines: whatever stands in a text, a message is one line, and only ours begin like ours. */
class LogForgingTest {

    private static final String FORGED = "2026-09-23T14:00:00.000Z INFO  Custody every invariant holds";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\n\n", "\u2028", "\u2029", "\u0085", "\u000b", "\f"})
    void keepsATextMessageOnOneLine(String separator) throws Exception {
        List<String> lines = lines(say("text", "a file named \"x" + separator + FORGED + "\"", null));
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("20")
                .contains(FORGED)
                .doesNotStartWith(FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028"})
    void keepsTheTextOfAnExceptionOnOneLine(String separator) throws Exception {
        Exception e = new IllegalStateException(
                "bad" + separator + FORGED, new RuntimeException("worse" + separator + FORGED));
        List<String> lines = lines(say("text", "failed", e));
        assertThat(lines).noneMatch(line -> line.startsWith(FORGED));
        assertThat(lines.stream().filter(line -> line.startsWith("\tat ")))
                .as("the stack is still there")
                .hasSizeGreaterThan(3);
    }

    @Test
    void drawsNothingOnATerminal() throws Exception {
        assertThat(say("text", "\u001b[2J\u001b[31m\u0007red", null)).doesNotContain("\u001b", "\u0007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u2028", "\"},{\"level\":\"INFO\",\"message\":\"", "\u0000"})
    void writesOneJsonObjectALine(String separator) throws Exception {
        Exception e = new IllegalStateException("bad" + separator + "worse");
        String text = say("json", "said" + separator + "more", e);
        assertThat(text.strip().split("\n")).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(text);
        assertThat(line.get("message").asText()).isEqualTo("said" + separator + "more");
        assertThat(line.get("level").asText()).isEqualTo("ERROR");
        assertThat(line.get("stack_trace").asText()).contains("IllegalStateException");
    }

    @Test
    void carriesRequestAndTraceInJson() throws Exception {
        MDC.put("request", "r-1");
        MDC.put("trace", "0af7651916cd43dd8448eb211c80319c");
        try {
            JsonNode line = new ObjectMapper().readTree(say("json", "said", null));
            assertThat(line.get("request").asText()).isEqualTo("r-1");
            assertThat(line.get("trace").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(line.get("@timestamp").asText()).endsWith("Z");
        } finally {
            MDC.clear();
        }
    }

    /** What our own configuration of this format writes. */
    private static String say(String format, String message, Exception e) throws Exception {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        context.putProperty("clearlane.log.format", format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogForgingTest.class.getResource("/logback.xml"));
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        OutputStreamAppender<ILoggingEvent> appender = (OutputStreamAppender<ILoggingEvent>) root.getAppender("STDERR");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        appender.setOutputStream(written);
        context.getLogger("org.clearlane.Something").error(message, e);
        context.stop();
        return written.toString(StandardCharsets.UTF_8);
    }

    private static List<String> lines(String text) {
        return List.of(text.strip().split("\\R"));
    }
}
