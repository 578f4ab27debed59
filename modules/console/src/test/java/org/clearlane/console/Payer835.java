package org.clearlane.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.pipeline.posting.PostRemittances;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Worklist;

/** An 835 as Northwind writes it, segment by segment, and its way through the real posting into the console's ledger. */
final class Payer835 {

    private static int files;

    private final String trace;
    private String payer = "northwind";
    private String payerName = "NORTHWIND HEALTH";
    private long cents;
    private final List<String> claims = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    Payer835(String trace) {
        this.trace = trace;
    }

    /** Whose it is, instead of Northwind's. */
    Payer835 from(String id) {
        payer = id;
        return this;
    }

    /** N1*PR N102. */
    Payer835 named(String name) {
        payerName = name;
        return this;
    }

    /**
     * A claim of one line.
     *
     * @param charge in cents; negative where a payment is taken back
     * @param adjustments each {@code CO-45:2000}, in cents
     */
    Payer835 claim(String number, String status, long charge, String... adjustments) {
        long paid = charge;
        StringBuilder cas = new StringBuilder();
        for (String adjustment : adjustments) {
            String[] parts = adjustment.split("[-:]", 3);
            long amount = Long.parseLong(parts[2]);
            paid -= amount;
            cas.append("CAS*%s*%s*%s~".formatted(parts[0], parts[1], new Money(amount)));
        }
        cents += paid;
        claims.add(
                "CLP*%s*%s*%s*%s**12*P%s*11*1~NM1*QC*1*ZZTEST*JANE****MI*M1~DTM*232*20260304~SVC*HC:99213*%s*%s**1~DTM*472*20260304~%s"
                        .formatted(
                                number,
                                status,
                                new Money(charge),
                                new Money(paid),
                                number,
                                new Money(charge),
                                new Money(paid),
                                cas));
        return this;
    }

    /** Money outside claims; positive lowers the payment. */
    Payer835 outside(String reason, long amount) {
        cents -= amount;
        outside.add("PLB*2000000010*20261231*%s*%s~".formatted(reason, new Money(amount)));
        return this;
    }

    /** Adds this much to BPR02 which nothing explains. */
    Payer835 off(long amount) {
        cents += amount;
        return this;
    }

    /** BPR02 as it stands now. */
    long amount() {
        return cents;
    }

    private String text(int control) {
        String body =
                """
                ST*835*0001~BPR*I*%s*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20260920~
                TRN*1*%s*1512345678~DTM*405*20260920~N1*PR*%s*XV*99999~N1*PE*LAKESIDE FAMILY*XX*2000000010~REF*TJ*990000001~LX*1~
                """
                                .formatted(new Money(cents), trace, payerName)
                                .replace("\n", "")
                        + String.join("", claims)
                        + String.join("", outside);
        long segments = body.chars().filter(c -> c == '~').count() + 1;
        return "ISA*00*          *00*          *ZZ*NWH01          *ZZ*CLEARLANE      *260920*0600*^*00501*%09d*0*P*:~"
                        .formatted(control)
                + "GS*HP*NWH01*CLEARLANE*20260920*0600*905*X*005010X221A1~" + body
                + "SE*%d*0001~GE*1*905~IEA*1*%09d~".formatted(segments, control);
    }

    /** Posts it; our number of the remittance. */
    String post(ConsoleHouse house) {
        int control = ++files;
        Archive.Kept kept = house.archive()
                .keep(new ByteArrayInputStream(text(control).getBytes(StandardCharsets.ISO_8859_1)), 1_000_000);
        return house.ledger().transact(tx -> {
            String id = AnswerLedger.enter(tx, payer, "835-" + control + ".edi", kept)
                    .orElseThrow();
            AnswerLedger.Answer answer = AnswerLedger.lock(tx, id).orElseThrow();
            try {
                house.posting().post(tx, answer, new Statements(tx, id), () -> open(house, kept));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            AnswerLedger.applied(tx, id, "835", true, null);
            return Sql.first(
                            tx.connection(),
                            "select id from remittances where answer_id = ?",
                            row -> row.getString(1),
                            id)
                    .orElseThrow();
        });
    }

    private static InputStream open(ConsoleHouse house, Archive.Kept kept) {
        return house.archive().open(kept.key());
    }

    /** As the step that applies answers does it. */
    private static final class Statements implements PostRemittances.Statements {

        private final Tx tx;
        private final String answerId;
        private int made;

        Statements(Tx tx, String answerId) {
            this.tx = tx;
            this.answerId = answerId;
        }

        @Override
        public void made(AnswerLedger.Item item) {
            made++;
        }

        @Override
        public void unmatched(String reference, String statement, String why, Money amount, String practiceId)
                throws SQLException {
            Worklist.put(
                    tx,
                    Worklist.Kind.UNMATCHED_PAYMENT,
                    answerId + " " + ++made,
                    practiceId,
                    "northwind",
                    "An 835 of northwind pays for a claim that is not certain: " + why,
                    amount);
        }
    }
}
