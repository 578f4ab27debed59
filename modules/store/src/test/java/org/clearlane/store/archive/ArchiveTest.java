package org.clearlane.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    /** SHA-256 of "abc", from FIPS 180-2, appendix B.1. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void keepsBytesUnderTheirHash() throws IOException {
        Archive.Kept kept = new Archive(folder).keep(bytes("abc"), 3);

        assertThat(kept).isEqualTo(new Archive.Kept(SHA256_OF_ABC, SHA256_OF_ABC, 3));
        try (InputStream again = new Archive(folder).open(kept.key())) {
            assertThat(again).hasContent("abc");
        }
    }

    @Test
    void keepsNothingWritable() throws IOException {
        Archive archive = new Archive(folder);
        Archive.Kept kept = archive.keep(bytes("abc"), 3);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.path(kept.key()))))
                .isEqualTo("r--------");
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        Archive archive = new Archive(folder);
        Archive.Kept first = archive.keep(bytes("abc"), 3);
        Archive.Kept second = archive.keep(bytes("abc"), 3);

        assertThat(second).isEqualTo(first);
        assertThat(files()).containsExactly(archive.path(first.key()));
    }

    @Test
    void keepsAFileOfNoBytes() throws IOException {
        Archive.Kept kept = new Archive(folder).keep(bytes(""), 3);

        assertThat(kept.size()).isZero();
        assertThat(files()).hasSize(1);
    }

    @Test
    void refusesMoreThanTheLimitAndLeavesNothingOfIt() throws IOException {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new Archive(folder).keep(bytes("abcd"), 3))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.FILE_TOO_LARGE));

        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingOfWhatIsNotSealed() throws IOException {
        try (ArchiveWriter writer = new Archive(folder).write()) {
            writer.write('a');
            writer.write(new byte[100_000]);
            assertThat(writer.size()).isEqualTo(100_001);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingOfBytesThatBreakOff() throws IOException {
        InputStream brokenOff = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ < 100_000) {
                    return 'a';
                }
                throw new IOException("connection reset");
            }
        };

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new Archive(folder).keep(brokenOff, Long.MAX_VALUE))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.ARCHIVE_UNAVAILABLE));

        assertThat(files()).isEmpty();
    }

    @Test
    void keepsWhatIsWrittenPieceByPiece() throws IOException {
        Archive archive = new Archive(folder);
        Archive.Kept kept;
        try (ArchiveWriter writer = archive.write()) {
            writer.write('a');
            writer.write("xbcx".getBytes(StandardCharsets.UTF_8), 1, 2);
            kept = writer.seal();
        }

        assertThat(kept).isEqualTo(new Archive.Kept(SHA256_OF_ABC, SHA256_OF_ABC, 3));
        assertThat(archive.path(kept.key())).hasContent("abc");
    }

    @Test
    void givesSpansOfWhatItKeeps() {
        Archive archive = new Archive(folder);
        try (Archive.KeptBytes kept =
                archive.read(archive.keep(bytes("ISA*00*SE~"), 100).key())) {
            assertThat(kept.span(4, 2)).asString().isEqualTo("00");
            assertThat(kept.span(0, 10)).asString().isEqualTo("ISA*00*SE~");
        }
    }

    @Test
    void saysThatAKeptFileIsShorterThanItWas() {
        Archive archive = new Archive(folder);
        try (Archive.KeptBytes kept = archive.read(archive.keep(bytes("abc"), 3).key())) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> kept.span(1, 3))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.ARCHIVE_CORRUPT));
        }
    }

    @Test
    void saysThatAKeptFileIsGone() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new Archive(folder).open(SHA256_OF_ABC))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.ARCHIVE_UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../../../etc/passwd",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"
            })
    void opensNothingButItsOwnKeys(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Archive(folder).path(key));
    }

    @Test
    void refusesWhatAFullDiskCannotHoldAndLeavesNothingOfIt() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name"))
                        && run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()),
                "a small disk needs root and mount");
        try {
            Archive archive = new Archive(folder);
            Archive.Kept before = archive.keep(bytes("abc"), 3);

            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> archive.keep(bytes("x".repeat(2_000_000)), Long.MAX_VALUE))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.ARCHIVE_UNAVAILABLE));

            assertThat(files()).containsExactly(archive.path(before.key()));
            assertThat(archive.keep(bytes("x".repeat(500_000)), Long.MAX_VALUE).size())
                    .isEqualTo(500_000);
        } finally {
            run("umount", folder.toString());
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
