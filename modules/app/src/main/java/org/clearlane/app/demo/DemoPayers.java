package org.clearlane.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.clearlane.simulator.PayerEndpoint;

/**
 * Fills in what the demo's payer profiles leave open: where on this machine the simulated payers listen today. Passwords
 * go into files of their own that only we can read, as they would for a real payer.
 */
public final class DemoPayers {

    private DemoPayers() {}

    /** The values of the placeholders in {@code samples/demo/payers}, by the simulator's payer ids. */
    public static Map<String, String> placeholders(Map<String, PayerEndpoint> endpoints, Path secrets)
            throws IOException {
        Files.createDirectories(secrets);
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, PayerEndpoint> each : endpoints.entrySet()) {
            String payer = each.getKey();
            switch (each.getValue()) {
                case PayerEndpoint.Folder folder -> {
                    values.put(payer + "_OUTBOUND", folder.in().toString());
                    values.put(payer + "_INBOUND", folder.out().toString());
                }
                case PayerEndpoint.Sftp sftp -> {
                    values.put(payer + "_HOST", sftp.host());
                    values.put(payer + "_PORT", Integer.toString(sftp.port()));
                    values.put(payer + "_USER", sftp.user());
                    values.put(payer + "_PASSWORD_FILE", keep(secrets, payer + ".password", sftp.password()));
                    values.put(payer + "_KNOWN_HOSTS", keep(secrets, payer + ".known_hosts", sftp.knownHosts()));
                    values.put(payer + "_OUTBOUND", sftp.in());
                    values.put(payer + "_INBOUND", sftp.out());
                }
                case PayerEndpoint.Https https -> {
                    values.put(payer + "_URL", https.url().toString());
                    values.put(payer + "_CERTIFICATE", keep(secrets, payer + ".pem", https.certificatePem()));
                    values.put(payer + "_USER", https.user());
                    values.put(payer + "_PASSWORD_FILE", keep(secrets, payer + ".password", https.password()));
                }
            }
        }
        return values;
    }

    private static String keep(Path folder, String name, String text) throws IOException {
        Path part = Files.createTempFile(
                folder,
                name,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, text.endsWith("\n") ? text : text + "\n");
        Path file = folder.resolve(name);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return file.toAbsolutePath().toString();
    }
}
