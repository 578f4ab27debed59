package org.clearlane.app.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.app.CommandRun;
import org.clearlane.app.Main;
import org.junit.jupiter.api.Test;

class CompletionCommandTest {

    @Test
    void knowsEveryCommandAndItsOptions() {
        CommandRun run = CommandRun.of(new Main(), "completion");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("complete -F _complete_clearlane")
                .contains("validate")
                .contains("'--acks'");
    }
}
