package org.clearlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What holds for every command, whoever adds one. */
class EveryCommandTest {

    /** Those without {@code --json}, and why. */
    private static final Map<String, String> WITHOUT_JSON = Map.ofEntries(
            Map.entry("demo", "a show for people; its ledger answers all other commands"),
            Map.entry("serve", "runs until it is stopped"),
            Map.entry("simulate", "runs until it is stopped"),
            Map.entry("translate", "its data is the 837"),
            Map.entry("completion", "its data is a script"),
            Map.entry("help", "for people"));

    @Test
    void everyCommandThatTellsSomethingTellsItToProgramsToo() {
        List<String> without = new ArrayList<>();
        collect(new CommandLine(new Main()), "", without, "--json");

        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_JSON.keySet());
    }

    @Test
    void everyCommandHasHelpThatSaysWhatItDoes() {
        List<String> without = new ArrayList<>();
        collect(new CommandLine(new Main()), "", without, "--help");

        assertThat(without).isEmpty();
    }

    private static void collect(CommandLine command, String path, List<String> without, String option) {
        for (Map.Entry<String, CommandLine> each : command.getSubcommands().entrySet()) {
            CommandLine.Model.CommandSpec spec = each.getValue().getCommandSpec();
            String name = (path + " " + each.getKey()).strip();
            if (!each.getKey().equals(spec.name())) {
                continue;
            }
            boolean leaf = each.getValue().getSubcommands().isEmpty();
            if (option.equals("--help")) {
                boolean told = spec.usageMessage().description().length > 0;
                if (!told || spec.findOption("--help") == null && !name.endsWith("help")) {
                    without.add(name);
                }
            } else if (leaf && spec.findOption(option) == null) {
                without.add(name);
            }
            collect(each.getValue(), name, without, option);
        }
    }
}
