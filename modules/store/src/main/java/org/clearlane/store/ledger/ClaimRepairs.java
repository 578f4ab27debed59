package org.clearlane.store.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clearlane.model.claim.Repair;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Mends of form on claims' records, and whether they go out with them. */
public final class ClaimRepairs {

    /** Somebody's word. */
    public record Choice(boolean original, String actor, Instant at) {}

    private static final List<ClaimState> WAITING = List.of(ClaimState.QUEUED, ClaimState.HELD);

    private ClaimRepairs() {}

    /** Puts a claim's mends on its record. */
    public static void enter(Tx tx, String practiceId, String claimId, List<Repair> repairs) throws SQLException {
        for (int i = 0; i < repairs.size(); i++) {
            Repair repair = repairs.get(i);
            Sql.update(
                    tx.connection(),
                    """
                    insert into claim_repairs (claim_id, ordinal, practice_id, kinds, part, segment_index, loop, segment,
                        position, element, component, before_value, after_value, segment_after, cause, at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    claimId,
                    i + 1,
                    practiceId,
                    repair.kinds().stream().map(RepairKind::word).collect(Collectors.joining(" ")),
                    repair.part(),
                    repair.segmentIndex(),
                    repair.loop(),
                    repair.segment(),
                    repair.position(),
                    repair.element(),
                    repair.component(),
                    repair.before(),
                    repair.after(),
                    repair.segmentAfter().getBytes(StandardCharsets.ISO_8859_1),
                    repair.cause(),
                    tx.now());
        }
    }

    /** The mends of these claims, whatever was chosen. */
    public static Map<String, List<Repair>> of(Tx tx, Collection<String> claimIds) throws SQLException {
        Map<String, List<Repair>> byClaim = new HashMap<>();
        Sql.list(
                tx.connection(),
                "select * from claim_repairs where claim_id = any(?) order by claim_id, ordinal",
                row -> byClaim.computeIfAbsent(row.getString("claim_id"), each -> new ArrayList<>())
                        .add(new Repair(
                                Arrays.stream(row.getString("kinds").split(" "))
                                        .map(RepairKind::of)
                                        .filter(Objects::nonNull)
                                        .toList(),
                                Repair.Part.valueOf(row.getString("part")),
                                row.getInt("segment_index"),
                                row.getString("loop"),
                                row.getString("segment"),
                                row.getInt("position"),
                                row.getInt("element"),
                                row.getInt("component"),
                                row.getString("before_value"),
                                row.getString("after_value"),
                                new String(row.getBytes("segment_after"), StandardCharsets.ISO_8859_1),
                                row.getString("cause"))),
                (Object) claimIds.toArray(String[]::new));
        return byClaim;
    }

    /** The mends these claims go out with: those of claims somebody wants sent as handed in are not among them. */
    public static Map<String, List<Repair>> toSend(Tx tx, Collection<String> claimIds) throws SQLException {
        Map<String, List<Repair>> byClaim = of(tx, claimIds);
        for (String claimId : List.copyOf(byClaim.keySet())) {
            List<Choice> choices = choices(tx, claimId);
            if (!choices.isEmpty() && choices.getLast().original()) {
                byClaim.remove(claimId);
            }
        }
        return byClaim;
    }

    /** What was decided about a claim's mends, oldest first. */
    public static List<Choice> choices(Tx tx, String claimId) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select send_original, actor, at from claim_repair_choices where claim_id = ? order by id",
                row -> new Choice(row.getBoolean(1), row.getString(2), Sql.instant(row, "at")),
                claimId);
    }

    /**
     * Decides how a claim goes out that is still waiting.
     *
     * @return false when it has gone out or was refused, or has no mends: then there is nothing to decide
     */
    public static boolean choose(Tx tx, String claimId, boolean original, String actor) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        insert into claim_repair_choices (claim_id, practice_id, send_original, actor, at)
                        select c.id, c.practice_id, ?, ?, ? from claims c
                        where c.id = (select id from claims where id = ? and state = any(?) for update)
                            and exists (select 1 from claim_repairs r where r.claim_id = c.id)""",
                        original,
                        actor,
                        tx.now(),
                        claimId,
                        WAITING.stream().map(Enum::name).toArray(String[]::new))
                == 1;
    }
}
