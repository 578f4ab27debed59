package org.clearlane.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The simulator as a process of its own: {@code SimulatorMain SETTINGS.yaml [DATA]}. Prints one JSON object a payer with
 * how it is reached, then {@code {"ready":true}}; runs until its input closes or it is asked to end. Lines of input are
 * commands: {@code down PAYER}, {@code up PAYER}, {@code cut PAYER TIMES}.
 */
public final class SimulatorMain {

    private SimulatorMain() {}

    /** Exit codes: 0 ended as asked, 2 unusable arguments or settings, 3 could not run. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.in, System.out, System.err));
    }

    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        if (arguments.length < 1 || arguments.length > 2) {
            err.println("usage: SimulatorMain SETTINGS.yaml [DATA]");
            return 2;
        }
        SimulatorSettings settings;
        try {
            settings = SimulatorSettings.read(Path.of(arguments[0]));
        } catch (IOException | InvalidSettingsException e) {
            err.println(e.getMessage());
            return 2;
        }
        if (arguments.length == 2) {
            settings = settings.withData(Path.of(arguments[1]));
        }
        try (PayerSimulator simulator = PayerSimulator.start(settings, Clock.systemDefaultZone())) {
            // close() may come twice, from here and from the hook; the second finds nothing left to do.
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            simulator.endpoints().forEach((id, endpoint) -> out.println(json(id, endpoint)));
            out.println("{\"ready\":true}");
            out.flush();
            obey(simulator, in, out, err);
            return 0;
        } catch (IOException e) {
            err.println("the simulator cannot run: " + e.getMessage());
            return 3;
        }
    }

    private static void obey(PayerSimulator simulator, InputStream in, PrintStream out, PrintStream err)
            throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.strip().split("\\s+");
            try {
                switch (words[0]) {
                    case "" -> {
                        continue;
                    }
                    case "down" -> simulator.setDown(words[1], true);
                    case "up" -> simulator.setDown(words[1], false);
                    case "cut" -> simulator.acceptThenCut(words[1], Integer.parseInt(words[2]));
                    default -> throw new IllegalArgumentException("commands are: down, up, cut");
                }
                out.println("{\"done\":" + quoted(line.strip()) + "}");
                out.flush();
            } catch (IllegalArgumentException | IllegalStateException | ArrayIndexOutOfBoundsException e) {
                err.println("not done: " + e.getMessage());
            }
        }
    }

    static String json(String id, PayerEndpoint endpoint) {
        return switch (endpoint) {
            case PayerEndpoint.Folder folder ->
                object(
                        Map.of(),
                        id,
                        "folder",
                        "in",
                        folder.in().toString(),
                        "out",
                        folder.out().toString());
            case PayerEndpoint.Sftp sftp ->
                object(
                        Map.of("port", sftp.port()),
                        id,
                        "sftp",
                        "host",
                        sftp.host(),
                        "user",
                        sftp.user(),
                        "password",
                        sftp.password(),
                        "knownHosts",
                        sftp.knownHosts(),
                        "in",
                        sftp.in(),
                        "out",
                        sftp.out());
            case PayerEndpoint.Https https ->
                object(
                        Map.of(),
                        id,
                        "https",
                        "url",
                        https.url().toString(),
                        "user",
                        https.user(),
                        "password",
                        https.password(),
                        "payerId",
                        https.payerId(),
                        "certificate",
                        https.certificatePem());
        };
    }

    private static String object(Map<String, Integer> numbers, String id, String transport, String... texts) {
        StringBuilder json = new StringBuilder("{\"payer\":" + quoted(id) + ",\"transport\":" + quoted(transport));
        numbers.forEach((name, number) ->
                json.append(",").append(quoted(name)).append(":").append(number));
        for (int i = 0; i < texts.length; i += 2) {
            json.append(",").append(quoted(texts[i])).append(":").append(quoted(texts[i + 1]));
        }
        return json.append("}").toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append("\"").toString();
    }
}
