package org.clearlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The repository itself: what STYLE.md asks of every file, asked of every file. */
class TidyTest {

    private static final Path ROOT = Path.of(System.getProperty("clearlane.root"));
    private static final long LARGEST = 2L << 20;
    private static final int LONGEST = 400;
    /** Left out of a walk where there is no repository to ask. */
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", ".idea", "node_modules");

    private static List<Path> files;

    @BeforeAll
    static void listWhatIsOurs() throws IOException, InterruptedException {
        files = Files.exists(ROOT.resolve(".git")) ? tracked() : walked();
        assertThat(files).hasSizeGreaterThan(500);
    }

    private static List<Path> tracked() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            return walked();
        }
        return Stream.of(names.split("\0"))
                .map(ROOT::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static List<Path> walked() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(ROOT.relativize(file).toString().split("/"))
                            .noneMatch(NOT_OURS::contains))
                    .toList();
        }
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static Stream<Path> named(String ending) {
        return files.stream().filter(file -> name(file).endsWith(ending));
    }

    /** The file's text, or nothing where it is not text. */
    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException binary) {
            return "";
        }
    }

    @Test
    void noPackageIsNamedForNothing() {
        assertThat(named(".java"))
                .extracting(TidyTest::name)
                .noneMatch(name -> name.matches(".*/(utils?|commons?|helpers?|impl|managers?|dtos?|misc)/[^/]+"));
    }

    @Test
    void noFileIsLargerThanTwoMebibytes() throws IOException {
        for (Path file : files) {
            assertThat(Files.size(file)).as(name(file)).isLessThanOrEqualTo(LARGEST);
        }
    }

    @Test
    void noJavaFileIsLongerThanFourHundredLines() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path file : named(".java").toList()) {
            long lines = text(file).lines().count();
            if (lines > LONGEST) {
                longer.add(name(file) + " has " + lines);
            }
        }
        assertThat(longer).isEmpty();
    }

    @Test
    void nothingIsLeftToDoInAComment() throws IOException {
        // In two parts, so that this file does not find itself.
        assertNoneContains(Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X:)"));
    }

    @Test
    void noFileNamesAPlaceOnSomebodysMachine() throws IOException {
        // Paths inside an image belong to the image.
        assertNoneContains(Pattern.compile("(?<![A-Za-z0-9_.}-])/(ro" + "ot|ho" + "me|wo" + "rk)/"), "docker/");
    }

    @Test
    void noFileNamesTheHostOfARepository() throws IOException {
        // Packages and coordinates of a library that is called so are not ours to name.
        assertNoneContains(Pattern.compile("(?i)(?<!import com\\.)(?<!import static com\\.)(?<!<groupId>io\\.)\\b(git"
                + "hub|git" + "lab|bit" + "bucket)\\b"));
    }

    private static void assertNoneContains(Pattern pattern, String... butUnder) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            if (Stream.of(butUnder).anyMatch(name(file)::startsWith)) {
                continue;
            }
            int number = 0;
            for (String line : text(file).lines().toList()) {
                number++;
                if (pattern.matcher(line).find()) {
                    found.add(name(file) + ":" + number);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyModuleSaysWhatLivesInIt() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT.resolve("modules"))) {
            for (Path module : modules.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList()) {
                assertThat(module.resolve("README.md")).isNotEmptyFile();
            }
        }
    }

    @Test
    void everyPackageSaysWhatItIs() {
        Set<Path> described = new java.util.TreeSet<>();
        named("package-info.java").map(Path::getParent).forEach(described::add);
        assertThat(named(".java")
                        .filter(file -> name(file).contains("/src/main/java/"))
                        .map(Path::getParent)
                        .distinct())
                .allMatch(described::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "samples/837p, input.edi note.md expected.999.edi",
        "samples/835, input.edi note.md expected.postings.txt",
        "samples/edits, pass.edi fail.edi"
    })
    void everySampleIsComplete(String folder, String parts) throws IOException {
        try (Stream<Path> samples = Files.list(ROOT.resolve(folder))) {
            List<Path> all = samples.filter(Files::isDirectory).toList();
            assertThat(all).isNotEmpty();
            for (Path sample : all) {
                for (String part : parts.split(" ")) {
                    assertThat(sample.resolve(part)).isNotEmptyFile();
                }
                assertThat(sample.getFileName().toString()).matches("[a-z0-9]+([.-][a-z0-9]+)*");
            }
        }
    }

    @Test
    void everyKeyOfTheConfigurationIsExplainedWhereItStands() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("config/application.yaml"));
        assertThat(lines).anyMatch(line -> line.startsWith("largestFileBytes:"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("[A-Za-z].*")) {
                assertThat(i == 0 ? "" : lines.get(i - 1))
                        .as("the line above " + lines.get(i))
                        .startsWith("#");
            }
        }
    }

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        Pattern link = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");
        List<String> broken = new ArrayList<>();
        for (Path page : named(".md").toList()) {
            link.matcher(text(page)).results().map(match -> match.group(1)).forEach(target -> {
                if (!Files.exists(page.resolveSibling(target))) {
                    broken.add(name(page) + " -> " + target);
                }
            });
        }
        assertThat(broken).isEmpty();
    }
}
