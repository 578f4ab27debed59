package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.clearlane.custody.CustodyReport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one clearinghouse for all tests that ask for it, and after each class proves that nothing was lost, doubled or
 * said aloud: custody holds, and no mark of a patient stands in a log line or in a problem of the API.
 */
final class OneHouse implements ParameterResolver, AfterAllCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(OneHouse.class);

    private record Running(Path folder, TmpfsDisk archive, House house, Canaries canaries) implements AutoCloseable {

        static Running start() {
            try {
                Path folder = Files.createTempDirectory("journey");
                TmpfsDisk archive = TmpfsDisk.mount(folder.resolve("data/archive"));
                Canaries canaries = Canaries.listen();
                return new Running(folder, archive, House.start(folder), canaries);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            house.close();
            canaries.hush();
            archive.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(Running.class, unused -> Running.start(), Running.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == House.class || type == TmpfsDisk.class || type == Canaries.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = running(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == House.class) {
            return running.house();
        }
        return type == TmpfsDisk.class ? running.archive() : running.canaries();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        Running running = running(context);
        running.house().awaitQuiet();
        CustodyReport custody = running.house().custody();
        assertThat(custody.ok()).as(custody.toText()).isTrue();
        assertThat(ClaimFile.of("MARKED", 1, ClaimFile.NORTHWIND).text())
                .as("the claims that were handed in are marked")
                .containsPattern(Canaries.MARK);
        assertThat(running.canaries().heard()).as("log lines heard").isPositive();
        assertThat(running.canaries().caught())
                .as("log lines with a patient in them")
                .isEmpty();
        assertThat(running.house().problems())
                .as("problems of the API")
                .noneMatch(problem -> Canaries.MARK.matcher(problem).find());
    }
}
