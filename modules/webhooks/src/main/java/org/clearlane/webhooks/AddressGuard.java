package org.clearlane.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where requests may go. A webhook's address is written by somebody outside and called from inside our network, so it must
 * not lead back in (server-side request forgery): only HTTPS, only the usual ports, only the public internet. The address
 * that was looked at is the address that is connected to: a name that resolves to something else a moment later gains
 * nothing. What the operator allows by name in {@code config/application.yaml} is excepted. Safe for use by several threads.
 */
public final class AddressGuard {

    private static final Set<Integer> USUAL_PORTS = Set.of(443, 8443);
    private static final int LONGEST = 2_000;

    private final Set<String> allowed;
    private final Set<Integer> ports;
    private final Names names;

    /** How names become addresses. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** An address nothing is sent to. */
    static final class Forbidden extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Forbidden(String message) {
            super(message);
        }
    }

    /**
     * The guard of a service.
     *
     * @param allowed origins inside that may be called all the same, such as {@code http://10.0.0.5:9000}
     */
    public AddressGuard(List<String> allowed) {
        this(allowed, USUAL_PORTS, InetAddress::getAllByName);
    }

    /** As above, with ports and names of one's own: what tests use. */
    AddressGuard(List<String> allowed, Set<Integer> ports, Names names) {
        this.allowed = Set.copyOf(
                allowed.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList());
        this.ports = Set.copyOf(ports);
        this.names = names;
    }

    /** Whether an entry of the configuration is an origin: scheme, host and port, and nothing behind. */
    public static boolean isOrigin(String text) {
        return parse(text)
                .filter(uri -> uri.getHost() != null
                        && uri.getPort() > 0
                        && Set.of("http", "https").contains(scheme(uri))
                        && origin(uri).equals(text.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** Why nothing would be sent there; empty when it would. A name that is not known yet may become known. */
    public Optional<String> objection(String url) {
        Optional<String> wrong = objectionToText(url);
        if (wrong.isPresent()) {
            return wrong;
        }
        try {
            addresses(URI.create(url));
            return Optional.empty();
        } catch (Forbidden forbidden) {
            return Optional.of(forbidden.getMessage());
        } catch (UnknownHostException notKnownYet) {
            return Optional.empty();
        }
    }

    /** What is wrong with an address as it is written. */
    Optional<String> objectionToText(String url) {
        Optional<URI> parsed = url.length() > LONGEST ? Optional.empty() : parse(url);
        if (parsed.isEmpty() || parsed.get().getHost() == null || parsed.get().isOpaque()) {
            return Optional.of("That is no address of the web. It looks like https://hooks.example.org/clearlane.");
        }
        URI uri = parsed.get();
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("Leave user names, passwords and what follows a # out of the address.");
        }
        if (allowed.contains(origin(uri))) {
            return Optional.empty();
        }
        if (!scheme(uri).equals("https")) {
            return Optional.of("Only https:// addresses are called, so that nobody on the way can read along.");
        }
        if (!ports.contains(port(uri))) {
            return Optional.of("Only ports 443 and 8443 are called. The operator can allow others by name.");
        }
        return Optional.empty();
    }

    /** The addresses to connect to, each of which may be. Whoever asks connects to these and to no others. */
    InetAddress[] addresses(URI uri) throws UnknownHostException {
        InetAddress[] all = names.addresses(uri.getHost());
        if (!allowed.contains(origin(uri))) {
            for (InetAddress each : all) {
                if (!PublicAddresses.has(each)) {
                    throw new Forbidden(
                            "That address is not on the public internet, so nothing is sent there. The operator can allow it by name.");
                }
            }
        }
        return all;
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : scheme(uri).equals("http") ? 80 : 443;
    }

    private static String origin(URI uri) {
        return scheme(uri) + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port(uri);
    }
}
