package org.clearlane.api.v1;

import static org.clearlane.store.ledger.ApiScope.CLAIMS_READ;
import static org.clearlane.store.ledger.ApiScope.MONEY_READ;

import java.util.List;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.ApiPart;
import org.clearlane.api.ApiRoute;
import org.clearlane.api.PracticeView;

/** What somebody of the practice has to look at. */
public final class WorklistRoutes implements ApiPart {

    /** Newest first in each state by its index, then merged: no state is read further than the page needs. */
    private static final String REJECTED =
            """
            select c.id, c.kind, c.patient_control_number, c.charge_cents, c.state,
                case when c.state in ('REJECTED_999', 'PAYER_REJECTED') then 'payer' else 'clearinghouse' end as rejected_by,
                c.payer_id as payer, c.payer_code, c.service_from, c.file_id as file, c.state_since as rejected_at,
                f.code as reason_code, coalesce(f.message, e.detail) as reason, f.mend as followup_action
            from unnest(array['REJECTED_FILE', 'REJECTED_CLAIM', 'REJECTED_999', 'PAYER_REJECTED']) as refused (state)
            cross join lateral (
                select * from claims r where r.practice_id = current_setting('clearlane.practice') and r.state = refused.state
                    and (? = '' or r.id < ?) order by r.id desc limit ?) c
            left join lateral (
                select code, message, mend from findings g
                where g.claim_id = c.id and g.severity = 'ERROR' and c.state in ('REJECTED_FILE', 'REJECTED_CLAIM')
                order by g.ordinal limit 1) f on true
            left join lateral (
                select detail from claim_events v where v.claim_id = c.id and v.to_state = c.state
                order by v.seq desc limit 1) e on true
            order by c.id desc limit ?""";

    private final PracticeView view;

    public WorklistRoutes(ApiMeans means) {
        this.view = means.view();
    }

    @Override
    public String document() {
        return "worklists.yaml";
    }

    @Override
    public List<ApiRoute> routes() {
        return List.of(
                ApiRoute.get("/v1/worklists/rejected", "worklists.rejected", CLAIMS_READ, this::rejected),
                ApiRoute.get("/v1/worklists/unmatched", "worklists.unmatched", MONEY_READ, this::unmatched));
    }

    private void rejected(ApiCall call) {
        call.page(
                view.list(call.practiceId(), REJECTED, call.after(), call.after(), call.limit() + 1, call.limit() + 1),
                "id");
    }

    private void unmatched(ApiCall call) {
        call.page(
                view.list(
                        call.practiceId(),
                        """
                        select id as _id, kind, subject, payer_id as payer, message, amount_cents, created_at from worklist
                        where resolved_at is null and id > ? order by id limit ?""",
                        call.afterNumber(),
                        call.limit() + 1),
                "_id");
    }
}
