package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.LAKESIDE;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long the API takes, on the wall clock, over HTTP on this machine. The figures are printed and not judged, since a busy
 * machine is no fault; that every request is answered is.
 */
@Tag("slow")
@ExtendWith(OneHouse.class)
class ApiSpeedTest {

    private static final int WARM = 600;
    private static final int COUNTED = 1_000;

    private final House house;
    private final ApiSamples samples;

    ApiSpeedTest(House house) throws Exception {
        this.house = house;
        this.samples = ApiSamples.of(house);
    }

    @Test
    void judgesOneClaimAThousandTimesAndSaysHowLongItTook() throws Exception {
        byte[] claim = ClaimFile.of("APIFAST", 1, NORTHWIND).bytes();
        timed(
                "POST /v1/validate, one claim",
                1,
                key -> house.ask("POST", "/v1/validate", claim, "Authorization", "Bearer " + key));
    }

    @Test
    void readsClaimsWithTheirEntriesInTheTrail() throws Exception {
        String path = "/v1/claims/" + samples.id(LAKESIDE, "/v1/claims/{id}");
        timed("GET /v1/claims/{id}, alone", 1, key -> house.ask("GET", path, null, "Authorization", "Bearer " + key));
        timed(
                "GET /v1/claims/{id}, 8 at once",
                8,
                key -> house.ask("GET", path, null, "Authorization", "Bearer " + key));
    }

    @FunctionalInterface
    private interface Asking {
        HttpResponse<String> with(String key) throws Exception;
    }

    private void timed(String what, int atOnce, Asking asking) throws Exception {
        List<Double> all = new ArrayList<>();
        long began;
        try (ExecutorService askers = Executors.newFixedThreadPool(atOnce)) {
            run(askers, WARM, asking);
            began = System.nanoTime();
            all.addAll(run(askers, COUNTED, asking));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s: median %.2f ms, 99 of 100 within %.2f ms, longest %.2f ms, %.0f a second%n",
                what, sorted[COUNTED / 2], sorted[COUNTED * 99 / 100], sorted[COUNTED - 1], COUNTED / seconds);
    }

    /** A key for every hundred requests, so that none of them asks too often. */
    private List<Double> run(ExecutorService askers, int requests, Asking asking) throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < requests / 100; i++) {
            keys.add(samples.key(LAKESIDE));
        }
        List<Future<Double>> all = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            String key = keys.get(i / 100);
            all.add(askers.submit((Callable<Double>) () -> {
                long began = System.nanoTime();
                assertThat(asking.with(key).statusCode()).isEqualTo(200);
                return (System.nanoTime() - began) / 1e6;
            }));
        }
        List<Double> millis = new ArrayList<>();
        for (Future<Double> each : all) {
            millis.add(each.get());
        }
        return millis;
    }
}
