package org.clearlane.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small 837P files for the payers, with {@code *:^~}, by plain string work. */
final class ClaimFile {

    record Line(String procedure, String charge, String day, String controlNumber) {}

    record Claim(String pcn, String charge, String houseId, List<Line> lines) {

        static Claim of(String pcn, String... charges) {
            List<Line> lines = new ArrayList<>();
            long cents = 0;
            for (int i = 0; i < charges.length; i++) {
                lines.add(new Line("HC:99213:25", charges[i], "20260105", pcn + "-L" + (i + 1)));
                cents += Math.round(Double.parseDouble(charges[i]) * 100);
            }
            return new Claim(pcn, cents / 100 + "." + "%02d".formatted(cents % 100), "clm_" + pcn, lines);
        }
    }

    record Provider(String npi, String taxId, List<Claim> claims) {}

    static final String NPI = "1912301953";
    static final String OTHER_NPI = "1234567893";

    private final StringBuilder text = new StringBuilder();
    private String sender = "CLEARLANE";
    private String payerId = "NWH01";
    private int segments;
    private int levels;

    static byte[] of(String control, Claim... claims) {
        return of(control, "NWH01", claims);
    }

    static byte[] of(String control, String payerId, Claim... claims) {
        return new ClaimFile().file(control, payerId, List.of(new Provider(NPI, "587654321", List.of(claims))));
    }

    static byte[] ofProviders(String control, Provider... providers) {
        return new ClaimFile().file(control, "NWH01", List.of(providers));
    }

    private byte[] file(String control, String payer, List<Provider> providers) {
        payerId = payer;
        text.append("ISA*00*          *00*          *ZZ*%-15s*ZZ*%-15s*260106*0930*^*00501*%s*1*T*:~"
                .formatted(sender, payerId, control));
        text.append("GS*HC*CLEARLANE*%s*20260106*0930*77*X*005010X222A1~".formatted(payerId));
        add("ST*837*0001*005010X222A1");
        add("BHT*0019*00*BATCH%s*20260106*0930*CH".formatted(control));
        add("NM1*41*2*CLEARLANE*****46*CLEARLANE");
        add("PER*IC*DESK*TE*5555550111");
        add("NM1*40*2*PAYER*****46*" + payerId);
        providers.forEach(this::provider);
        text.append("SE*%d*0001~".formatted(segments + 1));
        text.append("GE*1*77~IEA*1*%s~".formatted(control));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void add(String segment) {
        segments++;
        text.append(segment).append('~');
    }

    private void provider(Provider provider) {
        int billing = ++levels;
        add("HL*%d**20*1".formatted(billing));
        add("NM1*85*2*LAKESIDE CLINIC*****XX*" + provider.npi());
        add("N3*1 LAKE RD");
        add("N4*MIAMI*FL*331110000");
        add("REF*EI*" + provider.taxId());
        provider.claims().forEach(claim -> claim(billing, claim));
    }

    private void claim(int billing, Claim claim) {
        add("HL*%d*%d*22*0".formatted(++levels, billing));
        add("SBR*P*18*******CI");
        add("NM1*IL*1*CANARYLAST*CANARYFIRST****MI*CANARY" + claim.pcn());
        add("N3*2 ELM ST");
        add("N4*MIAMI*FL*331120000");
        add("DMG*D8*19800101*F");
        add("NM1*PR*2*PAYER*****PI*" + payerId);
        add("CLM*%s*%s***11:B:1*Y*A*Y*Y".formatted(claim.pcn(), claim.charge()));
        if (!claim.houseId().isEmpty()) {
            add("REF*D9*" + claim.houseId());
        }
        add("HI*ABK:J029");
        add("NM1*82*1*HARRIS*ANN****XX*1234567893");
        for (int i = 0; i < claim.lines().size(); i++) {
            Line line = claim.lines().get(i);
            add("LX*" + (i + 1));
            add("SV1*%s*%s*UN*1***1".formatted(line.procedure(), line.charge()));
            add("DTP*472*D8*" + line.day());
            if (!line.controlNumber().isEmpty()) {
                add("REF*6R*" + line.controlNumber());
            }
        }
    }
}
