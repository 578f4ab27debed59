package org.clearlane.pipeline;

/** Answers as payers write them, letter by letter; none of it comes from our own writers. */
public final class PayerAnswers {

    private PayerAnswers() {}

    private static String isa(String payer) {
        return "ISA*00*          *00*          *ZZ*%-15s*ZZ*CLEARLANE      *260924*0600*^*00501*000000905*0*P*:~"
                .formatted(payer);
    }

    static String ta1(String payer, long control, String code, String note) {
        return isa(payer) + "TA1*%09d*260923*1401*%s*%s~IEA*0*000000905~".formatted(control, code, note);
    }

    /** A 999 about group {@code group}, with these segments between AK1 and AK9. */
    public static String functional(String payer, long group, String sets, String ak9) {
        String body = "ST*999*0001*005010X231A1~AK1*HC*%d*005010X222A1~%sAK9*%s~".formatted(group, sets, ak9);
        return enclose(payer, "FA", "005010X231A1", body);
    }

    /** A 277CA from the payer itself about the batch with this BHT03, with these segments behind the batch's own TRN. */
    public static String claimStatus(String payer, String batch, String statuses, String claims) {
        return claimStatusFrom("PR", payer, batch, statuses, claims);
    }

    /** As {@link #claimStatus}, said by another: AY is a house on the way. */
    public static String claimStatusFrom(String source, String payer, String batch, String statuses, String claims) {
        String body =
                """
                ST*277*0001*005010X214~BHT*0085*08*R905*20260924*0600*TH~
                HL*1**20*1~NM1*%s*2*THE PAYER*****PI*%s~TRN*1*T905~DTP*050*D8*20260923~DTP*009*D8*20260924~
                HL*2*1*21*1~NM1*41*2*CLEARLANE*****46*CLEARLANE~TRN*2*%s~%s%s"""
                        .formatted(source, payer, batch, statuses, claims.isEmpty() ? "" : PROVIDER + claims);
        return enclose(payer, "HN", "005010X214", body.replace("\n", ""));
    }

    private static final String PROVIDER = "HL*3*2*19*1~NM1*85*2*THE PRACTICE*****XX*1234567893~TRN*1*0~";

    /** One claim of a 277CA: its number, STC01, STC04, and our number or nothing. */
    public static String claim(int hl, String number, String status, String charge, String d9) {
        return "HL*%d*3*PT~NM1*QC*1*ZZTEST*JANE****MI*M1~TRN*2*%s~STC*%s*20260924*WQ*%s~REF*1K*PAYERS%s~%sDTP*472*D8*20260202~"
                .formatted(hl, number, status, charge, number, d9.isEmpty() ? "" : "REF*D9*" + d9 + "~");
    }

    static String enclose(String payer, String functionalId, String version, String body) {
        long segments = body.chars().filter(c -> c == '~').count() + 1;
        return isa(payer)
                + "GS*%s*%s*CLEARLANE*20260924*0600*905*X*%s~".formatted(functionalId, payer, version)
                + body
                + "SE*%d*0001~GE*1*905~IEA*1*000000905~".formatted(segments);
    }
}
