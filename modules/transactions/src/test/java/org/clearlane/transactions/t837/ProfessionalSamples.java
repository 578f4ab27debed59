package org.clearlane.transactions.t837;

import org.clearlane.transactions.Text;

/** Synthetic 837P files, written for these tests. */
final class ProfessionalSamples {

    private ProfessionalSamples() {}

    static final String HEADER =
            """
            GS*HC*SENDER*RECEIVER*20260131*1200*1*X*005010X222A1
            ST*837*0021*005010X222A1
            BHT*0019*00*BATCH-77*20260131*1200*CH
            NM1*41*2*NORTH CLINIC BILLING*****46*SUB123
            PER*IC*PAT LEE*TE*5555550100
            NM1*40*2*CLEARLANE*****46*CLR001
            """;

    static final String PROVIDER =
            """
            PRV*BI*PXC*207Q00000X
            NM1*85*2*NORTH CLINIC*****XX*1234567893
            N3*1 MAIN ST
            N4*SPRINGFIELD*IL*627011234
            REF*EI*123456789
            """;

    static final String SUBSCRIBER =
            """
            SBR*P*18*GRP9******CI
            NM1*IL*1*ZZTEST*ANNA****MI*MEM001
            N3*2 OAK ST
            N4*SPRINGFIELD*IL*627011235
            DMG*D8*19800102*F
            NM1*PR*2*ALPHA HEALTH*****PI*ALPHA1
            """;

    static final String PARENT =
            """
            SBR*P**GRP9******CI
            NM1*IL*1*ZZTEST*BORIS****MI*MEM002
            NM1*PR*2*ALPHA HEALTH*****PI*ALPHA1
            """;

    static final String CHILD =
            """
            PAT*19
            NM1*QC*1*ZZTEST*CARLA
            N3*3 ELM ST
            N4*SPRINGFIELD*IL*627011236
            DMG*D8*20150304*F
            """;

    /** With every kind of neighbour a REF*D9 of 2300 can have. */
    static final String FULL_CLAIM =
            """
            CLM*A-1*150.5***11:B:1*Y*A*Y*Y
            DTP*431*D8*20260102
            PWK*OZ*BM***AC*CTRL1
            AMT*F5*10
            REF*G1*AUTH1
            REF*F8*OLD123
            K3*STATE DATA
            NTE*ADD*A NOTE
            HI*ABK:J0190*ABF:R05
            NM1*DN*1*REFER*RUTH****XX*1993999998
            REF*G2*REFOTHER
            NM1*82*1*RENDER*RON****XX*1245319599
            SBR*S*18*******MC
            AMT*D*20
            OI***Y***Y
            NM1*IL*1*ZZTEST*ANNA****MI*SEC9
            NM1*PR*2*BETA*****PI*BETA1
            REF*F8*SECONDARY
            LX*1
            SV1*HC:99213:25:GT*100.5*UN*1*11**1:2
            DTP*472*D8*20260105
            REF*6R*LINE-1
            NM1*82*1*OTHER*OTTO****XX*1518999994
            LX*2
            SV1*HC:87070*50*UN*2***1
            DTP*472*RD8*20260105-20260107
            """;

    static final String BARE_CLAIM =
            """
            CLM*B-2*80***11:B:1*Y*A*Y*Y
            HI*ABK:J0190
            LX*1
            SV1*HC:99212*80*UN*1***1
            DTP*472*D8*20260106
            """;

    static final String CLAIM_WITH_D9 =
            """
            CLM*C-3*99.99***11:B:1*Y*A*Y*Y
            REF*D9*THEIRS
            REF*EA*MRN7
            HI*ABK:J0190
            LX*1
            SV1*HC:99212*99.99*UN*1***1
            DTP*472*D8*20260106
            """;

    static final String TRAILER =
            """
            SE*1*0021
            GE*1*1
            IEA*1*000000905
            """;

    /** Two providers; the first with a subscriber of two claims and a family of one, the second with one claim. */
    static String file() {
        return Text.ISA
                + Text.file(HEADER
                        + "HL*1**20*1\n"
                        + PROVIDER
                        + "HL*2*1*22*0\n"
                        + SUBSCRIBER
                        + FULL_CLAIM
                        + BARE_CLAIM
                        + "HL*3*1*22*1\n"
                        + PARENT
                        + "HL*4*3*23*0\n"
                        + CHILD
                        + CLAIM_WITH_D9
                        + "HL*5**20*1\n"
                        + "NM1*85*1*SOLO*SUE****XX*1003000126\n"
                        + "REF*SY*987654321\n"
                        + "HL*6*5*22*0\n"
                        + SUBSCRIBER
                        + "CLM*D-4*12***11:B:1*Y*A*Y*Y\n"
                        + TRAILER);
    }
}
