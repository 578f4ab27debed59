package org.clearlane.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.clearlane.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {

    private static final byte[] SECRET = "a webhook's secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        byte[] sealed = SecretBox.in(folder).seal(SECRET, "webhook one");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("webhook");
        assertThat(SecretBox.in(folder).open(sealed, "webhook one")).isEqualTo(SECRET);
    }

    @Test
    void doesNotOpenForAnotherPurposeOrUnderAnotherKeyOrWhenChanged() {
        SecretBox box = SecretBox.in(folder);
        byte[] sealed = box.seal(SECRET, "webhook one");

        assertThatThrownBy(() -> box.open(sealed, "webhook two")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> SecretBox.in(folder.resolve("other")).open(sealed, "webhook one"))
                .isInstanceOf(Failure.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open(sealed, "webhook one")).isInstanceOf(Failure.class);
    }

    @Test
    void keepsItsKeyToItself() throws IOException {
        SecretBox.in(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("seal.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
