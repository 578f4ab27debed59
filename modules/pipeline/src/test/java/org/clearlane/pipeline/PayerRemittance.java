package org.clearlane.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An 835 as a payer writes it, letter by letter, about claims as {@link ClaimFile} makes them. BPR02 is what its claims
 * and provider adjustments come to, unless it is told otherwise.
 */
public final class PayerRemittance {

    private final String payer;
    private final String payerTaxId;
    private final String trace;
    private String payeeNpi = "1234567893";
    private String payeeTaxId = "391234567";
    private BigDecimal amount = BigDecimal.ZERO;
    private final List<String> claims = new ArrayList<>();
    private final List<String> providerAdjustments = new ArrayList<>();
    private int control = 905;

    /** @param payer what claims call it: two letters and a number, which makes its tax number */
    public PayerRemittance(String payer, String trace) {
        this.payer = payer;
        this.payerTaxId = "1" + "51%07d".formatted(Integer.parseInt(payer.substring(2)));
        this.trace = trace;
    }

    /** N1*PE N104 and REF*TJ. */
    public PayerRemittance payee(String npi, String taxId) {
        payeeNpi = npi;
        payeeTaxId = taxId;
        return this;
    }

    /** ISA13: the same payment in another envelope. */
    public PayerRemittance control(int number) {
        control = number;
        return this;
    }

    /** Adds this much to BPR02 which nothing explains. */
    public PayerRemittance off(String dollars) {
        amount = amount.add(new BigDecimal(dollars));
        return this;
    }

    /** A claim paid but for twenty dollars of contract on its first line. */
    public PayerRemittance pays(String number, int charge) {
        return claim(number, "1", charge, charge - 20, "", "CO*45*20", charge - 52, "", 32);
    }

    /** A claim of which the second line is not covered. */
    public PayerRemittance paysInPart(String number, int charge) {
        return claim(number, "1", charge, charge - 52, "", "CO*45*20", charge - 52, "CO*96*32", 0);
    }

    /** A claim denied as a whole. */
    public PayerRemittance denies(String number, int charge) {
        return claim(number, "4", charge, 0, "", "CO*50*" + (charge - 32), 0, "CO*50*32", 0);
    }

    /** Takes {@link #pays} back. */
    public PayerRemittance reverses(String number, int charge) {
        return claim(number, "22", -charge, -(charge - 20), "", "CO*45*-20", -(charge - 52), "", -32);
    }

    /** Pays again after a reversal, with ten dollars more left to the patient. */
    public PayerRemittance corrects(String number, int charge) {
        return claim(number, "1", charge, charge - 30, "10", "CO*45*20~CAS*PR*3*10", charge - 62, "", 32);
    }

    private PayerRemittance claim(
            String number,
            String status,
            int charge,
            int paid,
            String patient,
            String firstAdjustments,
            int firstPaid,
            String secondAdjustments,
            int secondPaid) {
        int sign = charge < 0 ? -1 : 1;
        amount = amount.add(new BigDecimal(paid));
        claims.add(
                """
                CLP*%1$s*%2$s*%3$d*%4$d*%5$s*12*PAYERS%1$s*11*1~NM1*QC*1*ZZTEST*JANE****MI*M1~DTM*232*20260202~
                SVC*HC:99213*%6$d*%7$d**1~DTM*472*20260202~CAS*%8$s~REF*6R*%1$s-1~
                SVC*HC:85025*%9$d*%10$d**1~DTM*472*20260202~%11$sREF*6R*%1$s-2~
                """
                        .formatted(
                                number,
                                status,
                                charge,
                                paid,
                                patient,
                                charge - sign * 32,
                                firstPaid,
                                firstAdjustments,
                                sign * 32,
                                secondPaid,
                                secondAdjustments.isEmpty() ? "" : "CAS*" + secondAdjustments + "~")
                        .replace("\n", ""));
        return this;
    }

    /** Money moved outside any claim; positive lowers the payment. */
    public PayerRemittance providerAdjustment(String npi, String reason, String dollars) {
        amount = amount.subtract(new BigDecimal(dollars));
        providerAdjustments.add("PLB*%s*20261231*%s*%s~".formatted(npi, reason, dollars));
        return this;
    }

    /** The segments of one claim, as they stand in {@link #text}. */
    public String claimText(int index) {
        return claims.get(index);
    }

    /** The file. */
    public String text() {
        String head =
                """
                ST*835*0001~BPR*I*%1$s*C*ACH*CCP*01*999999992*DA*123456*%2$s**01*999988880*DA*98765*20260925~
                TRN*1*%3$s*%2$s~DTM*405*20260925~N1*PR*THE PAYER*XV*99999~N3*1 PLAN STREET~N4*SPRINGFIELD*IL*627010000~
                PER*BL*EDI DESK*TE*5555550100~N1*PE*THE PRACTICE*XX*%4$s~REF*TJ*%5$s~LX*1~
                """
                        .formatted(amount.toPlainString(), payerTaxId, trace, payeeNpi, payeeTaxId)
                        .replace("\n", "");
        return PayerAnswers.enclose(
                        payer,
                        "HP",
                        "005010X221A1",
                        head + String.join("", claims) + String.join("", providerAdjustments))
                .replace("000000905", "%09d".formatted(control));
    }
}
