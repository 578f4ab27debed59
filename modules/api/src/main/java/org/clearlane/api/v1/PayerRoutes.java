package org.clearlane.api.v1;

import static org.clearlane.store.ledger.ApiScope.PAYERS_READ;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.ApiPart;
import org.clearlane.api.ApiRoute;
import org.clearlane.model.directory.PayerProfile;

/** Which payers can be reached from here. How they are reached is the clearinghouse's own business and is not told. */
public final class PayerRoutes implements ApiPart {

    private final List<PayerProfile> payers;

    public PayerRoutes(ApiMeans means) {
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
                ApiRoute.get("/v1/payers/{id}", "payers.read", PAYERS_READ, call -> call.one(payer(call.id()))));
    }

    private void list(ApiCall call) {
        call.page(
                payers.stream()
                        .filter(payer -> payer.id().compareTo(call.after()) > 0)
                        .limit(call.limit() + 1L)
                        .map(PayerRoutes::told)
                        .toList(),
                "id");
    }

    private Optional<Map<String, Object>> payer(String id) {
        return payers.stream()
                .filter(payer -> payer.id().equals(id))
                .findFirst()
                .map(PayerRoutes::told);
    }

    private static Map<String, Object> told(PayerProfile payer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", payer.id());
        told.put("name", payer.name());
        told.put("payerIds", payer.payerIds().stream().sorted().toList());
        told.put("kinds", payer.kinds().stream().sorted().map(kind -> kind.transaction()).toList());
        told.put("usage", payer.envelope().usage() == 'T' ? "test" : "production");
        payer.deadlines().filingDays().ifPresent(days -> told.put("filingDays", days));
        payer.deadlines().appealDays().ifPresent(days -> told.put("appealDays", days));
        return told;
    }
}
