package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretResolverTest {

    @TempDir
    Path folder;

    private final SecretResolver resolver = new SecretResolver(Map.of("ACME", "s3cret", "EMPTY", "")::get);

    @Test
    void readsTheEnvironment() {
        assertThat(resolver.resolve("env:ACME")).isEqualTo("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"'s3cret', 's3cret'", "'s3cret\n', 's3cret'", "'s3cret\r\n', 's3cret'", "'s3cret\n\n', 's3cret\n'"})
    void readsAFileWithoutItsOneTrailingLineEnd(String content, String secret) throws IOException {
        assertThat(resolver.resolve("file:" + file(content, "rw-r-----"))).isEqualTo(secret);
    }

    @Test
    void refusesAFileThatEverybodyCanRead() throws IOException {
        Path file = file("s3cret", "rw-r--r--");
        assertMistake("file:" + file, "everybody");
    }

    @Test
    void namesWhatIsMissing() {
        assertMistake("env:NOWHERE", "NOWHERE");
        assertMistake("env:EMPTY", "empty");
        assertMistake("file:" + folder.resolve("nowhere"), "nowhere");
    }

    @Test
    void doesNotRepeatASecretWrittenWhereItsReferenceBelongs() {
        assertMistake("s3cret", "env:NAME or file:PATH");
    }

    private void assertMistake(String reference, String words) {
        assertThatThrownBy(() -> resolver.resolve(reference))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(FailureCode.CONFIGURATION))
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cret");
    }

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
