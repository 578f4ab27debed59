package org.clearlane.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.LAKESIDE;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.store.ledger.ApiKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** what is too large or too slow is ended, and others do not notice. */
@ExtendWith(OneHouse.class)
class ApiLimitsTest {

    private static final int MANY = 400;

    private final House house;
    private final String key;

    ApiLimitsTest(House house) {
        this.house = house;
        this.key = house.ledger().transact(tx -> ApiKeys.create(tx, LAKESIDE));
    }

    private int payers() throws Exception {
        return house.ask("GET", "/v1/payers", null, "Authorization", "Bearer " + key)
                .statusCode();
    }

    @Test
    void endsAHeaderOfTenMegabytesBeforeItIsRead() throws Exception {
        byte[] block = "x".repeat(100_000).getBytes(UTF_8);
        int sent = 0;
        String answer = "";
        try (Socket socket = house.connect()) {
            socket.getOutputStream().write("GET /v1/payers HTTP/1.1\r\nHost: a\r\nX-Large: ".getBytes(UTF_8));
            try {
                for (int i = 0; i < 100; i++) {
                    socket.getOutputStream().write(block);
                    sent += block.length;
                }
            } catch (IOException ended) {
                // The other side has closed, which is what is hoped for.
            }
            try {
                answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            } catch (IOException reset) {
                // What was on its way when it closed is lost with it.
            }
        }

        assertThat(answer).isIn("HTTP/1.1 431", "");
        assertThat(sent).isLessThan(10_000_000);
        assertThat(payers()).isEqualTo(200);
    }

    @Test
    void manyWhoNeverEndTheirHeadersKeepNobodyWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Socket socket = house.connect();
                slow.add(socket);
                socket.getOutputStream().write("POST /v1/files HTTP/1.1\r\nHost: a\r\nX-Sl".getBytes(UTF_8));
            }
            long began = System.nanoTime();
            assertThat(payers()).isEqualTo(200);
            assertThat((System.nanoTime() - began) / 1_000_000)
                    .as("milliseconds")
                    .isLessThan(2_000);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void endsABodyThatComesByDrops() throws Exception {
        try (Socket socket = house.connect()) {
            socket.getOutputStream()
                    .write(("POST /v1/validate HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + key
                                    + "\r\nContent-Length: 100000\r\n\r\nI")
                            .getBytes(UTF_8));
            long began = System.nanoTime();
            StringBuilder answer = new StringBuilder();
            House.patiently("ended").until(() -> {
                try {
                    socket.getOutputStream().write('S');
                    if (socket.getInputStream().available() > 0) {
                        answer.append(new String(socket.getInputStream().readNBytes(12), UTF_8));
                    }
                    return !answer.isEmpty();
                } catch (IOException closed) {
                    return true;
                }
            });
            assertThat((System.nanoTime() - began) / 1_000_000_000)
                    .as("seconds")
                    .isLessThan(20);
            assertThat(answer.toString()).isIn("HTTP/1.1 408", "");
        }
        assertThat(payers()).isEqualTo(200);
    }
}
