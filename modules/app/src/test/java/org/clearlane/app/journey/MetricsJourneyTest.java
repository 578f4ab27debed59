package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What whoever is on call reads of a clearinghouse that has worked, and what must not be read there. */
@ExtendWith(OneHouse.class)
class MetricsJourneyTest {

    private static final Pattern SERIES = Pattern.compile("([a-z0-9_]+)(\\{.*})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    /** Every label there may be: none that could tell of a patient, a claim, a file or a person. */
    private static final Set<String> LABELS = Set.of(
            "state", "payer", "stage", "outcome", "le", "queue", "kind", "role", "use", "method", "route", "status",
            "version", "java", "area", "id", "action", "cause", "gc");

    private final House house;

    MetricsJourneyTest(House house) {
        this.house = house;
    }

    @Test
    void tellWhatBecameOfClaimsAndHowLongItTook() throws Exception {
        ClaimFile file = ClaimFile.of("METER", 3, ClaimFile.NORTHWIND);
        String id = house.dropAndAwaitJudged(file);
        house.awaitStates(id, "PAID");
        house.awaitQuiet();

        long events = house.look()
                .number("select count(*) from claim_events e join claims c on c.id = e.claim_id"
                        + " where e.to_state = 'SENT' and e.from_state <> 'SENT' and c.payer_id = 'northwind'");
        house.service().metrics().forget();
        String metrics = scrape();
        assertThat(value(metrics, "clearlane_claims_total", "state=\"SENT\"", "payer=\"northwind\""))
                .isEqualTo(events);
        assertThat(events).isGreaterThanOrEqualTo(3);
        assertThat(value(metrics, "clearlane_claims_total", "state=\"PAID\"", "payer=\"northwind\""))
                .isGreaterThanOrEqualTo(3);
        assertThat(value(
                        metrics,
                        "clearlane_stage_duration_seconds_count",
                        "stage=\"inbound.file.judge\"",
                        "outcome=\"done\""))
                .isPositive();
        assertThat(value(
                        metrics,
                        "clearlane_stage_duration_seconds_bucket",
                        "stage=\"inbound.file.judge\"",
                        "le=\"+Inf\""))
                .isPositive();
        assertThat(value(metrics, "clearlane_custody_imbalance")).isZero();
        assertThat(value(metrics, "clearlane_oldest_inflight_age_seconds")).isNotNegative();
        assertThat(value(metrics, "clearlane_ledger_up")).isEqualTo(1);
        assertThat(value(metrics, "clearlane_build_info")).isEqualTo(1);
        assertThat(value(metrics, "clearlane_database_connections", "role=\"clearlane_pipeline\"", "use=\"most\""))
                .isPositive();
        assertThat(value(metrics, "clearlane_archive_free_bytes")).isPositive();
        assertThat(metrics)
                .contains("jvm_memory_used_bytes", "process_uptime_seconds", "# HELP clearlane_claims_total ");
    }

    @Test
    void countRequestsByTheTemplateOfTheirRouteWhateverIsAskedFor() throws Exception {
        String key = "Bearer " + house.key(ClaimFile.LAKESIDE);
        house.ask("GET", "/v1/claims/clm_0", null, "Authorization", key);
        house.ask("GET", "/v1/files/file_0", null, "Authorization", key);
        ask("/no-such-page-0", "GET");
        Set<String> before = series(scrape());
        for (int i = 1; i < 40; i++) {
            house.ask("GET", "/v1/claims/clm_" + i, null, "Authorization", key);
            house.ask("GET", "/v1/files/file_" + i, null, "Authorization", key);
            ask("/no-such-page-" + i, "GET");
            ask("/no-such-page", "METHOD" + i);
        }
        String after = scrape();
        Set<String> grown = series(after);
        grown.removeAll(before);
        // The machine's own series come when it first collects garbage.
        grown.removeIf(series -> !series.startsWith("clearlane_"));
        assertThat(grown).as("series that came by asking for other things").hasSizeLessThanOrEqualTo(6);
        assertThat(value(after, "clearlane_http_requests_seconds_count", "route=\"/v1/claims/{id}\"", "status=\"404\""))
                .isGreaterThanOrEqualTo(40);
        assertThat(after).doesNotContain("no-such-page", "clm_", "METHOD1");
    }

    @Test
    void haveLabelsOfClosedListsOnly() throws Exception {
        house.dropAndAwaitJudged(ClaimFile.of("LABEL", 2, ClaimFile.NORTHWIND));
        String metrics = scrape();
        Matcher label = LABEL.matcher(metrics);
        Set<String> names = new TreeSet<>();
        while (label.find()) {
            names.add(label.group(1));
            assertThat(label.group(2)).doesNotContainPattern("(clm|file|era|usr|int|set|out|ans)_[0-9A-Z]{6}");
        }
        assertThat(LABELS).containsAll(names);
        assertThat(series(metrics)).as("series in all").hasSizeLessThan(1500);
        assertThat(metrics).doesNotContainPattern(Canaries.MARK);
        for (String line : metrics.lines()
                .filter(line -> line.startsWith("# TYPE") && line.endsWith(" counter"))
                .toList()) {
            assertThat(line.split(" ")[2]).endsWith("_total");
        }
    }

    /** Attack A-19. */
    @Test
    void areNotThereForWhoeverComesThroughAProxy() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(house.at("/metrics"))
                                .header("X-Forwarded-For", "203.0.113.9")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("clearlane_");
    }

    /** Attack A-19: nothing of the machinery answers by HTTP, whatever names it usually has. */
    @Test
    void areTheOnlyMachineryThatAnswers() throws Exception {
        for (String path : List.of(
                "/actuator",
                "/actuator/heapdump",
                "/actuator/env",
                "/jolokia",
                "/jolokia/list",
                "/hawtio",
                "/console",
                "/heapdump",
                "/dump",
                "/threads",
                "/debug",
                "/admin",
                "/h2-console",
                "/observe/metrics",
                "/observe/health",
                "/q/dev",
                "/manager/html",
                "/.git/config",
                "/.env",
                "/config/application.yaml",
                "/swagger-ui")) {
            assertThat(ask(path, "GET").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(ask("/", "TRACE").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(java.lang.management.ManagementFactory.getPlatformMBeanServer().queryNames(null, null).stream()
                        .map(Object::toString))
                .as("beans of the broker or of routes")
                .noneMatch(name -> name.startsWith("org.apache.activemq"));
        assertThat(System.getProperty("com.sun.management.jmxremote.port")).isNull();
    }

    @Test
    void readyzSaysReadyAndLivezAnswers() throws Exception {
        assertThat(ask("/readyz", "GET").body()).isEqualTo("ready\n");
        assertThat(ask("/livez", "GET").body()).isEqualTo("live\n");
    }

    private HttpResponse<String> ask(String path, String method) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(house.at(path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String scrape() throws Exception {
        HttpResponse<String> answer = ask("/metrics", "GET");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
        return answer.body();
    }

    private static Set<String> series(String metrics) {
        return metrics.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The value of the first series of this name with all of these labels; -1 when there is none. */
    private static double value(String metrics, String name, String... labels) {
        return metrics.lines()
                .map(SERIES::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(1).equals(name))
                .filter(line -> Arrays.stream(labels).allMatch(String.valueOf(line.group(2))::contains))
                .mapToDouble(line -> Double.parseDouble(line.group(3)))
                .findFirst()
                .orElse(-1);
    }
}
