package org.clearlane.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/c, jdbc:postgresql://db/c",
        "jdbc:postgresql://db/c?user=o&password=p, jdbc:postgresql://db/c",
        "jdbc:postgresql://db/c?user=o&password=p&sslmode=verify-full, jdbc:postgresql://db/c?sslmode=verify-full",
        "jdbc:postgresql://db/c?sslmode=require&user=o&password=p&connectTimeout=5,"
                + " jdbc:postgresql://db/c?sslmode=require&connectTimeout=5"
    })
    void keepsHowTlsIsUsedButNotTheOwnersLogin(String given, String bare) {
        assertThat(Database.withoutLogin(given)).isEqualTo(bare);
    }

    @Test
    void saysThatAServerCannotBeReachedWithoutSayingThePassword() {
        String url = "jdbc:postgresql://127.0.0.1:1/clearlane?user=clearlane_owner&password=hunter2hunter2";

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Database.open(folder, url))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(FailureCode.DATABASE_UNAVAILABLE);
                    assertThat(failure).hasStackTraceContaining("PSQLException");
                    assertThat(stackTrace(failure)).doesNotContain("hunter2hunter2");
                });
    }

    private static String stackTrace(Throwable thrown) {
        java.io.StringWriter text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
