package org.clearlane.api.v1;

import static org.clearlane.store.ledger.ApiScope.PAYERS_READ;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.ApiPart;
import org.clearlane.api.ApiRoute;
import org.clearlane.api.PracticeView;
import org.clearlane.model.directory.PayerProfile;

/** Which payers can be reached from here. How they are reached is the clearinghouse's own business and is not told. */
public final class PayerRoutes implements ApiPart {

    /** What an operator wants of a route comes before what is known of the connection. */
    private static final String ROUTES =
            """
            select payer_id as id,
                case when not configured or wanted = 'STOPPED' then 'stopped'
                    when wanted = 'SUSPENDED' and until > now() then 'suspended'
                    when circuit = 'CLOSED' then 'running' when circuit = 'OPEN' then 'down' else 'recovering' end as state,
                case when wanted = 'SUSPENDED' and until > now() then until end as until,
                circuit_since as connection_since, last_good_at
            from payer_routes where payer_id = any(?)""";

    private final List<PayerProfile> payers;
    private final PracticeView view;

    public PayerRoutes(ApiMeans means) {
        this.view = means.view();
        this.payers = means.payers().stream()
                .sorted(Comparator.comparing(PayerProfile::id))
                .toList();
    }

    @Override
    public String document() {
        return "payers.yaml";
    }

    @Override
    public List<ApiRoute> routes() {
        return List.of(
                ApiRoute.get("/v1/payers", "payers.list", PAYERS_READ, this::list),
                ApiRoute.get("/v1/payers/{id}", "payers.read", PAYERS_READ, call -> call.one(payer(call))),
                ApiRoute.get("/v1/routes", "routes.list", PAYERS_READ, this::routes));
    }

    private List<PayerProfile> page(ApiCall call) {
        return payers.stream()
                .filter(payer -> payer.id().compareTo(call.after()) > 0)
                .limit(call.limit() + 1L)
                .toList();
    }

    private void list(ApiCall call) {
        call.page(page(call).stream().map(PayerRoutes::told).toList(), "id");
    }

    private Optional<Map<String, Object>> payer(ApiCall call) {
        Optional<Map<String, Object>> told = payers.stream()
                .filter(payer -> payer.id().equals(call.id()))
                .findFirst()
                .map(PayerRoutes::told);
        told.ifPresent(
                payer -> states(call, call.id()).stream().findFirst().ifPresent(state -> payer.put("route", state)));
        return told;
    }

    /** Payers whose route nobody has touched yet and no start has entered flow. */
    private void routes(ApiCall call) {
        List<PayerProfile> shown = page(call);
        Map<Object, Map<String, Object>> known =
                states(call, shown.stream().map(PayerProfile::id).toArray(String[]::new)).stream()
                        .collect(Collectors.toMap(state -> state.get("id"), state -> state));
        call.page(
                shown.stream()
                        .map(payer -> known.getOrDefault(
                                payer.id(), new LinkedHashMap<>(Map.of("id", payer.id(), "state", "running"))))
                        .toList(),
                "id");
    }

    private List<Map<String, Object>> states(ApiCall call, String... ids) {
        return view.list(call.practiceId(), ROUTES, (Object) ids);
    }

    private static Map<String, Object> told(PayerProfile payer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", payer.id());
        told.put("name", payer.name());
        told.put("payerIds", payer.payerIds().stream().sorted().toList());
        told.put(
                "kinds",
                payer.kinds().stream().sorted().map(kind -> kind.transaction()).toList());
        told.put("usage", payer.envelope().usage() == 'T' ? "test" : "production");
        payer.deadlines().filingDays().ifPresent(days -> told.put("filingDays", days));
        payer.deadlines().appealDays().ifPresent(days -> told.put("appealDays", days));
        return told;
    }
}
