package org.clearlane.console.screens.correction;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clearlane.console.web.Words;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.pipeline.correction.CorrectionKind;
import org.clearlane.store.Sql;

/**
 * What a claim comes from and what it goes on as, and what can be done to it.
 *
 * @param before the claims it comes from, the first one first
 * @param after the claims it went on as, the newest last
 */
public record ClaimLinks(List<Linked> before, List<Linked> after, List<CorrectionKind> possible) {

    private static final String CHAIN =
            """
            with recursive chain as (
                select k.claim_id, k.file_id, k.ordinal, k.kind, k.made_at, k.made_by_name, c.id as successor, 1 as step
                from claim_corrections k left join claims c on c.file_id = k.file_id and c.ordinal = k.ordinal
                where k.given_up_at is null and %s = ?
                union all
                select k.claim_id, k.file_id, k.ordinal, k.kind, k.made_at, k.made_by_name, c.id, chain.step + 1
                from chain
                join (claim_corrections k left join claims c on c.file_id = k.file_id and c.ordinal = k.ordinal)
                    on k.given_up_at is null and %s
                where chain.step < 50)
            select chain.kind, chain.made_by_name, chain.file_id, %s as other, other.state, other.patient_control_number
            from chain left join claims other on other.id = %s order by step %s""";

    public ClaimLinks {
        before = List.copyOf(before);
        after = List.copyOf(after);
        possible = List.copyOf(possible);
    }

    /**
     * A claim before or behind.
     *
     * @param id null as long as its file is not judged
     * @param state null likewise
     * @param madeBy who handed the later one in
     */
    public record Linked(CorrectionKind kind, String madeBy, String fileId, String id, ClaimState state) {

        /** What became of it, in words. */
        public String words() {
            return state == null ? "being judged" : Words.of(state);
        }

        public String colour() {
            return state == null ? "wait" : Words.colour(state);
        }

        /** What kind of successor it is, in words. */
        public String is() {
            return switch (kind) {
                case CORRECTION -> "corrected";
                case REPLACEMENT -> "replaced";
                case VOID -> "voided";
            };
        }
    }

    /** Reads the links of a claim through a practice's eyes. */
    public static ClaimLinks read(Connection connection, String claimId, ClaimState state, boolean hasBytes)
            throws SQLException {
        List<Linked> before = Sql.list(
                connection,
                CHAIN.formatted("c.id", "c.id = chain.claim_id", "chain.claim_id", "chain.claim_id", "desc"),
                ClaimLinks::linked,
                claimId);
        List<Linked> after = Sql.list(
                connection,
                CHAIN.formatted(
                        "k.claim_id", "k.claim_id = chain.successor", "chain.successor", "chain.successor", "asc"),
                ClaimLinks::linked,
                claimId);
        boolean free = after.isEmpty() && hasBytes;
        return new ClaimLinks(
                before,
                after,
                free
                        ? java.util.Arrays.stream(CorrectionKind.values())
                                .filter(kind -> kind.fits(state))
                                .toList()
                        : List.of());
    }

    private static Linked linked(ResultSet row) throws SQLException {
        return new Linked(
                CorrectionKind.valueOf(row.getString("kind")),
                row.getString("made_by_name"),
                row.getString("file_id"),
                row.getString("other"),
                Optional.ofNullable(row.getString("state"))
                        .map(ClaimState::valueOf)
                        .orElse(null));
    }

    /** The address of a form, for the kinds that are possible. */
    public String address(String claimId, CorrectionKind kind) {
        return "/claims/" + claimId + "/correct"
                + (kind == CorrectionKind.CORRECTION
                        ? ""
                        : "?kind=" + kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** What the link to a form says. */
    public String label(CorrectionKind kind) {
        return CorrectionWords.of(kind).title();
    }
}
