package org.clearlane.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.access.oidc.OidcSettings;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.webhooks.AddressGuard;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * {@code config/application.yaml}: who we are and what our limits are.
 *
 * @param name 1000A NM103 of what we send, and our name in answers
 * @param id 1000A NM109, and ISA06 of our answers to practices
 * @param contact PER02
 * @param phone PER04, ten digits
 * @param largestFileBytes a larger file is refused at the door
 * @param folderStableFor how long a file in a watched folder must not have changed
 * @param firstInquiryAfter when a payer is asked about an interchange whose outcome is unknown
 * @param batchLookEvery how often due claims are looked for
 * @param relayEvery how often the outbox is handed to the broker
 * @param judges how many files are judged at the same time on this node
 * @param publicUrl how people reach the console, such as {@code https://claims.example.org}; null when they reach it as it
 *     listens
 * @param metricsTokenEnv the environment variable with the token that {@code /metrics} asks for; null opens it to this
 *     machine alone
 * @param oidc the identity provider people may sign in by, or null for none
 * @param webhooksAllow origins inside that webhooks may call, such as {@code http://10.0.0.5:9000}
 */
public record ServiceConfig(
        String name,
        String id,
        String contact,
        String phone,
        long largestFileBytes,
        Duration folderStableFor,
        Duration firstInquiryAfter,
        Duration batchLookEvery,
        Duration relayEvery,
        int judges,
        String publicUrl,
        String metricsTokenEnv,
        OidcSettings oidc,
        List<String> webhooksAllow) {

    private static final Set<String> KEYS = Set.of(
            "clearinghouse",
            "largestFileBytes",
            "folderStableFor",
            "firstInquiryAfter",
            "batchLookEvery",
            "relayEvery",
            "judges",
            "publicUrl",
            "metricsTokenEnv",
            "oidc",
            "webhooks");
    private static final Set<String> OURS = Set.of("name", "id", "contact", "phone");
    private static final Set<String> OIDC =
            Set.of("issuer", "clientId", "clientSecretEnv", "label", "secondFactorAcr", "practicesSignInLocally");

    /** Reads the file; every mistake is reported at once. */
    public static ServiceConfig load(Path file) {
        try {
            Object root = new Load(
                            LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
            return new Reading(file).read(root);
        } catch (IOException e) {
            throw new Failure(FailureCode.CONFIGURATION, file + " cannot be read", e);
        } catch (YamlEngineException e) {
            throw new Failure(FailureCode.CONFIGURATION, file + " is not YAML: " + e.getMessage(), e);
        }
    }

    private static final class Reading {
        private final Path file;
        private final List<String> mistakes = new ArrayList<>();

        Reading(Path file) {
            this.file = file;
        }

        ServiceConfig read(Object root) {
            Map<?, ?> all = map(root, "the file", KEYS);
            Map<?, ?> ours = map(all.get("clearinghouse"), "clearinghouse", OURS);
            ServiceConfig config = new ServiceConfig(
                    text(ours, "name", 60),
                    text(ours, "id", 15),
                    text(ours, "contact", 60),
                    text(ours, "phone", 10),
                    number(all, "largestFileBytes", 1, Long.MAX_VALUE),
                    duration(all, "folderStableFor"),
                    duration(all, "firstInquiryAfter"),
                    duration(all, "batchLookEvery"),
                    duration(all, "relayEvery"),
                    (int) number(all, "judges", 1, 64),
                    address(all, "publicUrl"),
                    variable(all, "metricsTokenEnv"),
                    oidc(all),
                    origins(all));
            if (!mistakes.isEmpty()) {
                throw new Failure(FailureCode.CONFIGURATION, file + ":\n  " + String.join("\n  ", mistakes));
            }
            return config;
        }

        private Map<?, ?> map(Object value, String where, Set<String> known) {
            if (!(value instanceof Map<?, ?> map)) {
                mistakes.add(where + " must be a list of names and values");
                return Map.of();
            }
            for (Object key : map.keySet()) {
                if (!known.contains(String.valueOf(key))) {
                    mistakes.add(key + " is not known in " + where);
                }
            }
            return map;
        }

        private String text(Map<?, ?> from, String key, int longest) {
            Object value = from.get(key);
            if (!(value instanceof String text) || text.isBlank() || text.length() > longest) {
                mistakes.add(key + " must be a text of 1 to " + longest + " characters");
                return "";
            }
            return text;
        }

        private String variable(Map<?, ?> from, String key) {
            Object value = from.get(key);
            if (value != null && !String.valueOf(value).matches("[A-Z_][A-Z0-9_]{0,99}")) {
                mistakes.add(key + " must be the name of an environment variable, such as CLEARLANE_SECRET");
            }
            return value == null ? null : String.valueOf(value);
        }

        private OidcSettings oidc(Map<?, ?> all) {
            if (all.get("oidc") == null) {
                return null;
            }
            Map<?, ?> from = map(all.get("oidc"), "oidc", OIDC);
            if (all.get("publicUrl") == null) {
                mistakes.add("oidc needs publicUrl: the identity provider sends people back to it");
            }
            String issuer = text(from, "issuer", 300);
            if (!issuer.matches("https://\\S+|http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?(/\\S*)?")) {
                mistakes.add("issuer must be an https address, as the identity provider writes it in its tokens");
            }
            Object local = from.get("practicesSignInLocally");
            if (local != null && !(local instanceof Boolean)) {
                mistakes.add("practicesSignInLocally must be true or false");
            }
            Object acr = from.get("secondFactorAcr");
            return new OidcSettings(
                    issuer,
                    text(from, "clientId", 200),
                    variable(from, "clientSecretEnv"),
                    text(from, "label", 40),
                    acr == null ? null : String.valueOf(acr),
                    !Boolean.FALSE.equals(local));
        }

        private List<String> origins(Map<?, ?> from) {
            Object section = from.get("webhooks");
            if (section == null) {
                return List.of();
            }
            Object allow = map(section, "webhooks", Set.of("allow")).get("allow");
            if (!(allow instanceof List<?> entries)
                    || !entries.stream().allMatch(each -> AddressGuard.isOrigin(String.valueOf(each)))) {
                mistakes.add("webhooks.allow must be a list of origins with their ports, such as http://10.0.0.5:9000");
                return List.of();
            }
            return entries.stream().map(String::valueOf).toList();
        }

        private String address(Map<?, ?> from, String key) {
            Object value = from.get(key);
            if (value == null) {
                return null;
            }
            if (!(value instanceof String text) || !text.matches("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")) {
                mistakes.add(key + " must look like https://claims.example.org, without a path");
                return null;
            }
            return text;
        }

        private long number(Map<?, ?> from, String key, long least, long most) {
            if (from.get(key) instanceof Number number && number.longValue() >= least && number.longValue() <= most) {
                return number.longValue();
            }
            mistakes.add(key + " must be a whole number from " + least + (most < Long.MAX_VALUE ? " to " + most : ""));
            return least;
        }

        private Duration duration(Map<?, ?> from, String key) {
            String text = String.valueOf(from.get(key));
            try {
                if (text.matches("[0-9]{1,9}ms")) {
                    return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
                }
                if (text.matches("[0-9]{1,9}[smh]")) {
                    return Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT));
                }
            } catch (java.time.format.DateTimeParseException e) {
                mistakes.add(key + ": " + e.getMessage());
            }
            mistakes.add(key + " must be a time such as 250ms, 30s, 5m or 2h");
            return Duration.ZERO;
        }
    }
}
