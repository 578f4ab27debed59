package org.clearlane.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles as it stands there, and does what it seems to do. */
class ReadmeTest {

    private static final String FILE = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
            + "*260131*0600*^*00501*000000001*0*T*:~CLM*ONE*10***11:B:1~CLM*TWO*20***22:B:1";

    @Test
    void theExampleNamesEveryClaimAndSaysThatTheFileIsCutShort(@TempDir Path folder) throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("clearlane.root"), "modules/x12/README.md"));
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find()).isTrue();
        Path source = folder.resolve("Example.java");
        Files.writeString(
                source,
                """
                import org.clearlane.x12.*;
                public class Example {
                    public static void run(java.io.InputStream in, java.io.PrintStream out) throws Exception {
                        %s
                    }
                }
                """
                        .formatted(block.group(1)));

        compile(source, folder);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("Example")
                    .getMethod("run", InputStream.class, PrintStream.class)
                    .invoke(
                            null,
                            new ByteArrayInputStream(FILE.getBytes(StandardCharsets.ISO_8859_1)),
                            new PrintStream(said, true, StandardCharsets.UTF_8));
        }

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("ONE 11 at byte 106", "TWO 22 at byte 126", "cut short: IN_A_SEGMENT");
    }

    private static void compile(Path source, Path into) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Path.of(X12Reader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-cp", classes.toString(), "-d", into.toString(), "-proc:none");
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                            .call())
                    .isTrue();
        }
    }
}
