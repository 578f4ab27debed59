package org.clearlane.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A practice's 837P as its billing program writes it: one set, a subscriber for each claim, two lines a claim. Segments
 * are written with the usual separators and turned into others at the end.
 */
public final class ClaimFile {

    private final String sender;
    private final String npi;
    private final String taxId;
    private String payerCode;
    private String separators = "*:^~";
    private String lineEnd = "";
    private int control = 1;
    private String transactionType = "CH";
    private boolean set999;
    private final List<String> body = new ArrayList<>();
    private int levels = 1;

    ClaimFile(String sender, String npi, String taxId, String payerCode) {
        this.sender = sender;
        this.npi = npi;
        this.taxId = taxId;
        this.payerCode = payerCode;
    }

    /** ISA13 and GS06. */
    public ClaimFile control(int number) {
        control = number;
        return this;
    }

    /** Element, component, repetition and segment separators, and what follows each segment. */
    public ClaimFile separators(String four, String behindSegments) {
        separators = four;
        lineEnd = behindSegments;
        return this;
    }

    /** BHT06. */
    public ClaimFile transactionType(String code) {
        transactionType = code;
        return this;
    }

    /** The payer of the claims that follow. */
    public ClaimFile payer(String code) {
        payerCode = code;
        return this;
    }

    /** A claim nothing is wrong with, of two lines: 99213 for all but 32 dollars, and 85025. */
    public ClaimFile claim(String number, int dollars) {
        return claim(number, dollars, "1", "4 ELM STREET");
    }

    /**
     * @param frequency CLM05-3
     * @param street 2010BA N301
     */
    public ClaimFile claim(String number, int dollars, String frequency, String street) {
        levels++;
        add("HL*%d*1*22*0", levels);
        add("SBR*P*18*******CI");
        add("NM1*IL*1*ZZTEST*JANE****MI*M%s", number.replace("-", ""));
        add("N3*%s", street);
        add("N4*MADISON*WI*53703");
        add("DMG*D8*19650402*F");
        add("NM1*PR*2*THE PAYER*****PI*%s", payerCode);
        add("CLM*%s*%d***11:B:%s*Y*A*Y*Y", number, dollars, frequency);
        if (!frequency.equals("1")) {
            add("REF*F8*PAYERS%s", number);
        }
        add("HI*ABK:E119*ABF:I10");
        add("LX*1");
        add("SV1*HC:99213*%d.00*UN*1***1:2", dollars - 32);
        add("DTP*472*D8*20260202");
        add("REF*6R*%s-1", number);
        add("LX*2");
        add("SV1*HC:85025*32*UN*1***1");
        add("DTP*472*D8*20260202");
        add("REF*6R*%s-2", number);
        return this;
    }

    /** The claim before this one loses its diagnoses, which no claim may do without. */
    public ClaimFile withoutDiagnoses() {
        body.remove(body.lastIndexOf("HI*ABK:E119*ABF:I10"));
        return this;
    }

    /** SE01 says more segments than there are. */
    public ClaimFile miscounted() {
        set999 = true;
        return this;
    }

    private void add(String segment, Object... values) {
        body.add(segment.formatted(values));
    }

    /** Its segments with the usual separators, without terminators. */
    public List<String> segments() {
        List<String> all = new ArrayList<>();
        all.add("ISA*00*          *00*          *ZZ*%-15s*ZZ*CLEARLANE      *260923*1400*^*00501*%09d*0*P*:"
                .formatted(sender, control));
        all.add("GS*HC*%s*CLEARLANE*20260923*1400*%d*X*005010X222A1".formatted(sender, control));
        all.add("ST*837*0001*005010X222A1");
        all.add("BHT*0019*00*BATCH%d*20260923*1400*%s".formatted(control, transactionType));
        all.add("NM1*41*2*THE PRACTICE*****46*%s".formatted(sender));
        all.add("PER*IC*PAT DOE*TE*6085550101");
        all.add("NM1*40*2*CLEARLANE*****46*CLEARLANE");
        all.add("HL*1**20*1");
        all.add("PRV*BI*PXC*207Q00000X");
        all.add("NM1*85*2*THE PRACTICE*****XX*%s".formatted(npi));
        all.add("N3*12 HARBOR ROAD");
        all.add("N4*MADISON*WI*537031234");
        all.add("REF*EI*%s".formatted(taxId));
        all.addAll(body);
        all.add("SE*%d*0001".formatted(all.size() - 2 + 1 + (set999 ? 7 : 0)));
        all.add("GE*1*%d".formatted(control));
        all.add("IEA*1*%09d".formatted(control));
        return all;
    }

    /** As it is handed in. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder();
        for (String segment : segments()) {
            for (char c : segment.toCharArray()) {
                int at = "*:^~".indexOf(c);
                text.append(at < 0 ? c : separators.charAt(at));
            }
            text.append(separators.charAt(3)).append(lineEnd);
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
