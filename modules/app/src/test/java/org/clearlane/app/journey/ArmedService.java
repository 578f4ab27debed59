package org.clearlane.app.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.clearlane.app.Main;

/** {@code clearlane} as it is, in a process that is told on its input at which point to die. */
final class ArmedService {

    private ArmedService() {}

    public static void main(String[] arguments) {
        Thread orders = new Thread(ArmedService::listen, "crash-orders");
        orders.setDaemon(true);
        orders.start();
        Main.main(arguments);
    }

    private static void listen() {
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String point = input.readLine(); point != null; point = input.readLine()) {
                System.setProperty("clearlane.crash", point);
                System.out.println("armed " + point);
            }
        } catch (IOException e) {
            System.err.println("no more orders: " + e);
        }
    }
}
