package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attack A-08 by the console: names that lead out of where they should, in every place of every address, byte by byte as sent. */
@ExtendWith(OneConsole.class)
class PathTraversalTest {

    private static final List<String> NAMES = List.of(
            "../../../../etc/passwd",
            "..%2f..%2f..%2f..%2fetc%2fpasswd",
            "..%252f..%252fetc%252fpasswd",
            "%2e%2e/%2e%2e/etc/passwd",
            "....//....//etc/passwd",
            "..\\..\\..\\windows\\win.ini",
            "..%5c..%5cwindows%5cwin.ini",
            "%c0%ae%c0%ae/etc/passwd",
            "/etc/passwd",
            "%2fetc%2fpasswd",
            "file:///etc/passwd",
            "x%00.css",
            "%0d%0aX-Forged:%20yes",
            "CON",
            "%e2%80%aetxt.exe",
            "seal.key",
            "..;/..;/secrets/seal.key",
            "a".repeat(3000));

    private final ConsoleHouse house;

    PathTraversalTest(ConsoleHouse house) {
        this.house = house;
    }

    @AfterEach
    void letGrassGrow() {
        house.clock().move(java.time.Duration.ofMinutes(11));
    }

    @Test
    void readsNothingThatIsNotOurs() throws Exception {
        String cookie = "clearlane=" + house.browser("bea").cookie("clearlane").orElseThrow();
        List<String> templates = new ArrayList<>(Walk.pages(house).stream()
                .filter(page -> page.contains("{") && !page.startsWith("/join/"))
                .toList());
        templates.add("/assets/{hash}/{name}");
        templates.add("/assets/{name}");
        templates.add("/{name}");
        for (String template : templates) {
            for (String name : NAMES) {
                String path = template.replaceAll("\\{[^}]+}", name.replace("\\", "\\\\"));
                String answer = ask(path, cookie);
                assertThat(answer).as(path).matches("(?s)HTTP/1\\.1 (200|302|4\\d\\d) .*");
                assertThat(answer)
                        .as(path)
                        .doesNotContain("root:x:", "root:*:", "[fonts]", "\r\nX-Forged", "Exception", "java.")
                        .doesNotContainPattern("(?m)^(ISA|CLM)\\*");
            }
        }
    }

    /** As it is written, without a client that tidies it up first. */
    private String ask(String path, String cookie) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", house.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
