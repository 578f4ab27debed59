package org.clearlane.connections;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clearlane.model.directory.PayerProfile;

/**
 * Finds every mistake in a payer's connection settings at once, before anything is connected. It reads no secret, no
 * file and no network: what only the world can tell, {@link PayerConnections#open} and
 * {@link org.clearlane.model.connection.PayerConnection#check} tell.
 */
public final class ConnectionSettingsChecker {

    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");

    private ConnectionSettingsChecker() {}

    /** Every mistake as a sentence that names the payer and the setting, and shows no secret; empty when all is well. */
    public static List<String> mistakes(PayerProfile payer) {
        List<String> mistakes = new ArrayList<>();
        Optional<ConnectionKind> kind = ConnectionKind.of(payer.connection().kind());
        if (kind.isEmpty()) {
            mistakes.add("connection kind '" + payer.connection().kind() + "' is unknown, it must be one of "
                    + Arrays.stream(ConnectionKind.values())
                            .map(ConnectionKind::word)
                            .collect(Collectors.joining(", ")));
        } else {
            check(kind.get(), payer.connection().settings(), mistakes);
        }
        return mistakes.stream()
                .map(mistake -> "payer " + payer.id() + ": " + mistake)
                .toList();
    }

    private static void check(ConnectionKind kind, Map<String, String> given, List<String> mistakes) {
        Set<String> known = kind.settings().stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));
        new TreeSet<>(given.keySet())
                .stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name -> mistakes.add("a " + kind.word() + " connection knows no setting '" + name
                                + "', it knows " + String.join(", ", known)));
        for (Setting setting : kind.settings()) {
            String text = given.get(setting.name());
            if (text == null) {
                if (setting.required()) {
                    mistakes.add("a " + kind.word() + " connection needs the setting '" + setting.name() + "'");
                }
            } else if (text.isBlank()) {
                mistakes.add("setting '" + setting.name() + "' is empty");
            } else {
                mistakeIn(setting, text)
                        .ifPresent(mistake -> mistakes.add("setting '" + setting.name() + "' " + mistake));
            }
        }
        checkTogether(kind, given, mistakes);
    }

    private static Optional<String> mistakeIn(Setting setting, String text) {
        return switch (setting.form()) {
            case TEXT ->
                text.chars().anyMatch(Character::isISOControl)
                        ? Optional.of("holds a control character")
                        : Optional.empty();
            case PATH -> isPath(text) ? Optional.empty() : Optional.of("is not a path");
            case NUMBER ->
                isNumber(text, setting.least(), setting.most())
                        ? Optional.empty()
                        : Optional.of("must be a whole number from " + setting.least() + " to " + setting.most());
            case FLAG ->
                text.equals("true") || text.equals("false") ? Optional.empty() : Optional.of("must be true or false");
            case SECRET ->
                SecretResolver.isReference(text)
                        ? Optional.empty()
                        : Optional.of("must be given as env:NAME or file:PATH");
            case KEY ->
                SecretResolver.isReference(text) || isPath(text) && !text.contains("PRIVATE KEY")
                        ? Optional.empty()
                        : Optional.of("must be a path, env:NAME or file:PATH");
            case CHOICE ->
                setting.choices().contains(text)
                        ? Optional.empty()
                        : Optional.of("must be one of " + String.join(", ", setting.choices()));
            case URL -> mistakeInUrl(text);
        };
    }

    private static Optional<String> mistakeInUrl(String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return Optional.of("must be an https:// address");
            }
            if (url.getUserInfo() != null || url.getFragment() != null) {
                return Optional.of("must hold neither a user nor a fragment");
            }
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("is not an address");
        }
    }

    private static void checkTogether(ConnectionKind kind, Map<String, String> given, List<String> mistakes) {
        switch (kind) {
            case FOLDER -> checkFoldersDiffer(given, mistakes);
            case SFTP -> {
                checkFoldersDiffer(given, mistakes);
                if (!given.containsKey("password") && !given.containsKey("privateKey")) {
                    mistakes.add("an sftp connection needs the setting 'password' or 'privateKey'");
                }
            }
            case HTTPS_CORE -> {
                if (given.containsKey("user") != given.containsKey("password")) {
                    mistakes.add("settings 'user' and 'password' must be given together");
                }
                String url = given.getOrDefault("url", "");
                if (url.startsWith("http://") && mistakeInUrl(url).isEmpty()) {
                    checkPlainHttp(URI.create(url), given, mistakes);
                }
            }
        }
    }

    /** What we put there would otherwise come back to us as an answer. */
    private static void checkFoldersDiffer(Map<String, String> given, List<String> mistakes) {
        String outbound = given.get("outbound");
        if (outbound != null && outbound.equals(given.get("inbound"))) {
            mistakes.add("settings 'outbound' and 'inbound' must differ");
        }
    }

    private static void checkPlainHttp(URI url, Map<String, String> given, List<String> mistakes) {
        boolean loopback = LOOPBACK.contains(url.getHost()) || url.getHost().matches("127(\\.\\d{1,3}){3}");
        if (!loopback || !"true".equals(given.get("allowPlainHttp"))) {
            mistakes.add("setting 'url' must be https; plain http is allowed only to this machine itself (a loopback"
                    + " address) and with allowPlainHttp: true");
        }
    }

    private static boolean isPath(String text) {
        try {
            Path.of(text);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isNumber(String text, long least, long most) {
        if (!text.matches("\\d{1,18}")) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= least && number <= most;
    }
}
