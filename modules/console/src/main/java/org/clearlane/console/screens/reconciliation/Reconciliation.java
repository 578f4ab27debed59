package org.clearlane.console.screens.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.console.screens.reconciliation.Bar.Figure;
import org.clearlane.model.Money;

/**
 * The figures of one practice, or of all, as they were worked out last.
 *
 * @param computedAt when; null where they never were
 * @param payers sums by payer
 * @param months sums by month received, newest first
 * @param cells sums by payer and month
 * @param reasons for which money was refused, most money first
 */
public record Reconciliation(
        Instant computedAt,
        List<Sums> payers,
        List<Sums> months,
        List<Sums> cells,
        List<Ages> ages,
        List<Days> days,
        List<Refused> reasons) {

    /** As many reasons are drawn. */
    private static final int MOST_DRAWN = 10;

    public Reconciliation {
        payers = List.copyOf(payers);
        months = List.copyOf(months);
        cells = List.copyOf(cells);
        ages = List.copyOf(ages);
        days = List.copyOf(days);
        reasons = List.copyOf(reasons);
    }

    /**
     * Sums over claims.
     *
     * @param payer the payer, or empty over all
     * @param month the month they were received in, or null over all
     * @param decided how many have a payment, of nothing too, that counts
     * @param decidedCharge what their payments say was charged, less what was taken back
     * @param deniedFirst of which the first decision was a denial
     * @param firstPass paid by the first decision, without a refusal, reversal or correction
     */
    public record Sums(
            String payer,
            LocalDate month,
            long claims,
            Money charge,
            long refused,
            long open,
            Money openCharge,
            long decided,
            Money decidedCharge,
            Money co,
            Money oa,
            Money pi,
            Money pr,
            Money other,
            Money paid,
            long deniedFirst,
            long firstPass,
            long patientClaims,
            Money patient) {

        /** Nothing yet. */
        static Sums none(String payer, LocalDate month) {
            Money zero = Money.ZERO;
            return new Sums(
                    payer, month, 0, zero, 0, 0, zero, 0, zero, zero, zero, zero, zero, zero, zero, 0, 0, 0, zero);
        }

        /** Both together, under this one's name. */
        Sums and(Sums more) {
            return new Sums(
                    payer,
                    month,
                    claims + more.claims,
                    charge.plus(more.charge),
                    refused + more.refused,
                    open + more.open,
                    openCharge.plus(more.openCharge),
                    decided + more.decided,
                    decidedCharge.plus(more.decidedCharge),
                    co.plus(more.co),
                    oa.plus(more.oa),
                    pi.plus(more.pi),
                    pr.plus(more.pr),
                    other.plus(more.other),
                    paid.plus(more.paid),
                    deniedFirst + more.deniedFirst,
                    firstPass + more.firstPass,
                    patientClaims + more.patientClaims,
                    patient.plus(more.patient));
        }

        /** Paid, and left to the patient by the payer. */
        public Money allowed() {
            return paid.plus(pr);
        }

        /** What is left of the charge behind all adjustments and what was paid; nothing where everything adds up. */
        public Money difference() {
            return decidedCharge
                    .minus(co)
                    .minus(oa)
                    .minus(pi)
                    .minus(pr)
                    .minus(other)
                    .minus(paid);
        }

        public String denialRate() {
            return percent(deniedFirst, decided);
        }

        public String firstPassRate() {
            return percent(firstPass, decided + refused);
        }

        long denialPermille() {
            return decided == 0 ? 0 : Math.round(1000.0 * deniedFirst / decided);
        }

        long firstPassPermille() {
            return decided + refused == 0 ? 0 : Math.round(1000.0 * firstPass / (decided + refused));
        }

        public String monthInWords() {
            return month.toString().substring(0, 7);
        }
    }

    /** A share with one decimal; a dash where there is nothing to be a share of. */
    static String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        long permille = Math.round(1000.0 * part / whole);
        return permille / 10 + "." + permille % 10 + "%";
    }

    /** Claims with a payer, not decided, by days since they were sent: to 30, to 60, to 90, more. */
    public record Ages(String payer, List<Long> claims, List<Money> charges) {

        public Ages {
            claims = List.copyOf(claims);
            charges = List.copyOf(charges);
        }

        public Money total() {
            Money sum = Money.ZERO;
            for (Money charge : charges) {
                sum = sum.plus(charge);
            }
            return sum;
        }
    }

    /** Days from receipt of a claim to its first payment. */
    public record Days(String payer, long claims, int median, int ninetieth) {}

    /** Money refused for one reason. */
    public record Refused(String code, String words, String mend, long claims, Money amount) {}

    /** Over all payers and months. */
    public Sums total() {
        Sums all = Sums.none("", null);
        for (Sums one : payers) {
            all = all.and(one);
        }
        return all;
    }

    /** Ages over all payers. */
    public Ages allAges() {
        List<Long> claims = new ArrayList<>();
        List<Money> charges = new ArrayList<>();
        for (int bucket = 0; bucket < BUCKETS.size(); bucket++) {
            long count = 0;
            Money charge = Money.ZERO;
            for (Ages one : ages) {
                count += one.claims().get(bucket);
                charge = charge.plus(one.charges().get(bucket));
            }
            claims.add(count);
            charges.add(charge);
        }
        return new Ages("", claims, charges);
    }

    /** The buckets of age. */
    public static final List<String> BUCKETS = List.of("0–30 days", "31–60 days", "61–90 days", "more than 90 days");

    public List<Bar> ageBars() {
        Ages all = allAges();
        List<Figure> figures = new ArrayList<>();
        for (int bucket = 0; bucket < BUCKETS.size(); bucket++) {
            Money charge = all.charges().get(bucket);
            figures.add(new Figure(BUCKETS.get(bucket), "$" + charge, charge.cents()));
        }
        return Bar.of(figures);
    }

    public List<Bar> dayBars() {
        return Bar.of(days.stream()
                .map(one -> new Figure(one.payer(), one.median() + " days", one.median()))
                .toList());
    }

    public List<Bar> denialBars() {
        return Bar.of(months.stream()
                .map(one -> new Figure(one.monthInWords(), one.denialRate(), one.denialPermille()))
                .toList());
    }

    public List<Bar> firstPassBars() {
        return Bar.of(months.stream()
                .map(one -> new Figure(one.monthInWords(), one.firstPassRate(), one.firstPassPermille()))
                .toList());
    }

    public List<Bar> reasonBars() {
        return Bar.of(reasons.stream()
                .limit(MOST_DRAWN)
                .map(one ->
                        new Figure(one.code(), "$" + one.amount(), one.amount().cents()))
                .toList());
    }
}
