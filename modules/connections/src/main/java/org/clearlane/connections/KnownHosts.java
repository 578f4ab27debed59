package org.clearlane.connections;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/**
 * Lets in only a server whose key stands in the known hosts file under the very name and port of the profile (A-16,
 * F-24). The file is read anew each time and never written: a new key is accepted by a person, not by a program.
 */
final class KnownHosts implements ServerKeyVerifier {

    private static final String REVOKED = "revoked";

    private final Path file;
    private final String host;
    private final int port;
    private volatile String refusal;

    KnownHosts(Path file, String host, int port) {
        this.file = file;
        this.host = host;
        this.port = port;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey offered) {
        refusal = whyNot(session, offered);
        return refusal == null;
    }

    /** Why the last server was refused, for people, or null when it was not. */
    String refusal() {
        return refusal;
    }

    void forgetRefusal() {
        refusal = null;
    }

    /** The types of key we know of this server, so that it can be asked for one of them. */
    Set<String> knownTypes() throws IOException {
        Set<String> types = new HashSet<>();
        for (KnownHostEntry entry : entries()) {
            if (entry.getMarker() == null || entry.getMarker().isEmpty()) {
                types.add(entry.getKeyEntry().getKeyType());
            }
        }
        return types;
    }

    private String whyNot(ClientSession session, PublicKey offered) {
        String print = KeyUtils.getFingerPrint(offered);
        List<KnownHostEntry> entries;
        try {
            entries = entries();
        } catch (IOException | RuntimeException e) {
            return "the known hosts file cannot be read: " + Handovers.why(e);
        }
        boolean known = false;
        for (KnownHostEntry entry : entries) {
            boolean same = isKey(session, entry, offered);
            if (same && REVOKED.equals(entry.getMarker())) {
                return "the server's host key " + print + " is revoked";
            }
            known |= same && (entry.getMarker() == null || entry.getMarker().isEmpty());
        }
        if (known) {
            return null;
        }
        return entries.isEmpty()
                ? "the server's host key " + print + " is unknown: ask the payer for it, then add it to the known hosts"
                : "the server's host key has changed to " + print + ": ask the payer before trusting it";
    }

    private List<KnownHostEntry> entries() throws IOException {
        List<KnownHostEntry> ours = new ArrayList<>();
        for (KnownHostEntry entry : KnownHostEntry.readKnownHostEntries(file)) {
            if (entry.isHostMatch(host, port)) {
                ours.add(entry);
            }
        }
        return ours;
    }

    private static boolean isKey(ClientSession session, KnownHostEntry entry, PublicKey offered) {
        try {
            return KeyUtils.compareKeys(
                    entry.getKeyEntry().resolvePublicKey(session, PublicKeyEntryResolver.IGNORING), offered);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return false;
        }
    }
}
