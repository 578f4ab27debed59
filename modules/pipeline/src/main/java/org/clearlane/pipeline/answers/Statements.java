package org.clearlane.pipeline.answers;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clearlane.model.Money;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.AnswerLedger.Item;
import org.clearlane.store.ledger.AnswerLedger.Outcome;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Worklist;

/**
 * Every statement of one answer and what became of it, written in rounds. What fits nothing goes on the worklist: no
 * statement is dropped. Not safe for use by several threads.
 */
final class Statements {

    private static final int ROUND = 500;

    private final Tx tx;
    private final AnswerLedger.Answer answer;
    private final List<Item> waiting = new ArrayList<>();
    private final Set<String> kinds = new TreeSet<>();
    private int written;

    Statements(Tx tx, AnswerLedger.Answer answer) {
        this.tx = tx;
        this.answer = answer;
    }

    void made(Item item) throws SQLException {
        kinds.add(item.kind());
        waiting.add(item);
        if (waiting.size() >= ROUND) {
            flush();
        }
    }

    /** A statement that fits nothing we sent. */
    void unmatched(String kind, String reference, String statement, String why, Money amount) throws SQLException {
        String subject = answer.id() + " " + (written + waiting.size() + 1);
        made(new Item(kind, reference, statement, Outcome.UNMATCHED, null, null, null));
        Worklist.put(
                tx,
                Worklist.Kind.UNMATCHED_ANSWER,
                subject,
                null,
                answer.payerId(),
                "A " + kind + " of " + answer.payerId() + " speaks of something we did not send: " + why,
                amount);
    }

    /**
     * Money for a claim that is not certain.
     *
     * @param practiceId whose worklist it goes on, null where the money is nobody's we know
     */
    void unmatchedMoney(String reference, String statement, String why, Money amount, String practiceId)
            throws SQLException {
        String subject = answer.id() + " " + (written + waiting.size() + 1);
        made(new Item("835", reference, statement, Outcome.UNMATCHED, null, null, practiceId));
        Worklist.put(
                tx,
                Worklist.Kind.UNMATCHED_PAYMENT,
                subject,
                practiceId,
                answer.payerId(),
                "An 835 of " + answer.payerId() + " pays for a claim that is not certain: " + why,
                amount);
    }

    void flush() throws SQLException {
        AnswerLedger.items(tx, answer.id(), written + 1, waiting);
        written += waiting.size();
        waiting.clear();
    }

    int count() {
        return written + waiting.size();
    }

    String kinds() {
        return String.join(" ", kinds);
    }
}
