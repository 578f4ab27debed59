package org.clearlane.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A ledger made by hand, small enough to know by heart. Practice sunrise hands in file_A: set 0001 with three claims (1
 * paid, 2 rejected, 3 held) and set 0002 whose one claim was refused unread. Practice lakeside hands in a table, file_B,
 * translated to claims 4 (sent), 5 (queued) and 6 (batched); file_C is no X12. Payer acme has interchange 1 with claims 1
 * and 4; interchange 2 with claim 6 is stored. acme has sent a TA1, a 999, a 277CA with one claim nobody knows, and an
 * 835 with a payment that counts and one that is out of balance.
 */
final class SmallLedger {

    static final String NOW = "2026-03-02T12:00:00Z";

    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final Path archive;

    private SmallLedger(Path archive) {
        this.archive = archive;
    }

    static String claim(int number) {
        return "clm_00000000000000" + "%02d".formatted(number);
    }

    static String d9(int number) {
        return claim(number).substring("clm_".length());
    }

    private static final String ISA =
            "ISA*00*          *00*          *ZZ*SUNRISE        *ZZ*CLEARLANE      *260301*0900*^*00501*%s*0*P*:~\n";

    static final String FILE_A = ISA.formatted("000000077")
            + """
            GS*HC*SUNRISE*CLEARLANE*20260301*0900*7*X*005010X222A1~
            ST*837*0001*005010X222A1~
            BHT*0019*00*B1*20260301*0900*CH~
            HL*1**20*1~
            HL*2*1*22*0~
            CLM*PCN1*100***11:B:1*Y*A*Y*Y~
            REF*D9*OLD~
            CLM*PCN2*50.5***11:B:1*Y*A*Y*Y~
            CLM*PCN3*25.25***11:B:1*Y*A*Y*Y~
            SE*8*0001~
            ST*837*0002*005010X222A1~
            BHT*0019*00*B2*20260301*0900*CH~
            CLM*PCN9*999***11:B:1*Y*A*Y*Y~
            SE*9*0002~
            GE*2*7~
            IEA*1*000000077~
            """;

    static final String FILE_B = "number;amount\nL4;40.00\nL5;60.00\nL6;10.00\n";

    static final String TRANSLATED_B = ISA.formatted("000000001")
            + """
            GS*HC*LAKESIDE*CLEARLANE*20260301*0900*1*X*005010X222A1~
            ST*837*0001*005010X222A1~
            CLM*L4*40***11:B:1*Y*A*Y*Y~
            CLM*L5*60.00***11:B:1*Y*A*Y*Y~
            CLM*L6*10.~
            SE*5*0001~
            GE*1*1~
            IEA*1*000000001~
            """;

    static final String INTERCHANGE_1 = ISA.formatted("000000001").replace("SUNRISE        ", "CLEARLANE      ")
            + """
            GS*HC*CLEARLANE*ACME*20260301*1000*1*X*005010X222A1~
            ST*837*0001*005010X222A1~
            BHT*0019*00*ich_1-1*20260301*1000*CH~
            HL*1**20*1~
            HL*2*1*22*0~
            CLM*PCN1*100***11:B:1*Y*A*Y*Y~
            REF*D9*%s~
            NM1*82*1*ZZDOCTOR~
            REF*D9*NOT-OF-THE-CLAIM~
            HL*3*1*22*0~
            CLM*L4*40***11:B:1*Y*A*Y*Y~
            REF*D9*%s~
            SE*12*0001~
            GE*1*1~
            IEA*1*000000001~
            """
                    .formatted(d9(1), d9(4));

    static final String INTERCHANGE_2 = ISA.formatted("000000002").replace("SUNRISE        ", "CLEARLANE      ")
            + """
            GS*HC*CLEARLANE*ACME*20260301*1100*2*X*005010X222A1~
            ST*837*0001*005010X222A1~
            CLM*L6*10.~
            REF*D9*%s~
            SE*4*0001~
            GE*1*2~
            IEA*1*000000002~
            """
                    .formatted(d9(6));

    private static final String ACME = ISA.formatted("000000500").replace("SUNRISE        ", "ACME           ");

    static final String TA1 = ACME + "TA1*000000001*260301*1000*A*000~\nIEA*0*000000500~\n";

    static final String A999 = ACME
            + """
            GS*FA*ACME*CLEARLANE*20260301*1001*1*X*005010X231A1~
            ST*999*0001*005010X231A1~
            AK1*HC*1*005010X222A1~
            AK2*837*0001*005010X222A1~
            IK5*A~
            AK9*A*1*1*1~
            SE*6*0001~
            GE*1*1~
            IEA*1*000000500~
            """;

    static final String A277 = ACME
            + """
            GS*HN*ACME*CLEARLANE*20260301*1002*2*X*005010X214~
            ST*277*0001*005010X214~
            BHT*0085*08*X*20260301*1002*TH~
            HL*1**20*1~
            TRN*1*SOURCE~
            HL*2*1*21*1~
            TRN*2*ich_1-1~
            STC*A1:19:PR*20260301*WQ*140~
            HL*3*2*19*1~
            TRN*1*0~
            HL*4*3*PT~
            TRN*2*PCN1~
            STC*A2:20:PR*20260301*WQ*100~
            HL*5*3*PT~
            TRN*2*NOBODY~
            STC*A2:20:PR*20260301*WQ*1~
            SE*16*0001~
            GE*1*2~
            IEA*1*000000500~
            """;

    static final String A835 = ACME
            + """
            GS*HP*ACME*CLEARLANE*20260302*1003*3*X*005010X221A1~
            ST*835*0001~
            BPR*I*75*C*ACH************20260302~
            TRN*1*CHECK1*1999999999~
            CLP*PCN1*1*100*80*10*12*ICN1~
            SVC*HC:99213*100*80~
            CAS*CO*45*10~
            CAS*PR*1*10~
            PLB*1234567893*20261231*WO:REF*5~
            SE*8*0001~
            ST*835*0002~
            BPR*I*7*C*ACH************20260302~
            TRN*1*CHECK2*1999999999~
            CLP*L4*1*40*9*0*12*ICN2~
            SE*5*0002~
            GE*2*3~
            IEA*1*000000500~
            """;

    /** Fills the ledger and the archive folder, a mailbox folder beside it and a payer's journal. */
    static SmallLedger fill(Connection owner, Path root) throws SQLException, IOException {
        SmallLedger small = new SmallLedger(root.resolve("archive"));
        small.keep("A", FILE_A);
        small.keep("B", FILE_B);
        small.keep("TB", TRANSLATED_B);
        small.keep("C", "no X12 at all, though it says CLM*1*2~\n");
        small.keep("O1", INTERCHANGE_1);
        small.keep("O2", INTERCHANGE_2);
        small.keep("TA1", TA1);
        small.keep("999", A999);
        small.keep("277", A277);
        small.keep("835", A835);
        small.keep("D1", "our 999 to sunrise");
        String sql = SmallLedgerRows.SQL;
        for (Map.Entry<String, String> kept : small.keys.entrySet()) {
            sql = sql.replace("{" + kept.getKey() + "}", "'" + kept.getValue() + "'")
                    .replace(
                            "{" + kept.getKey() + "size}",
                            small.sizes.get(kept.getKey()).toString());
        }
        for (int number = 1; number <= 6; number++) {
            sql = sql.replace("{clm" + number + "}", "'" + claim(number) + "'");
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql.replace("{now}", "'" + NOW + "'"));
        }
        Path mailbox = Files.createDirectories(root.resolve("mailboxes/sunrise"));
        Files.writeString(mailbox.resolve("1.999.x12"), "our 999 to sunrise");
        Path acme = Files.createDirectories(root.resolve("payers/acme"));
        String sent = small.keys.get("O1");
        Files.writeString(
                acme.resolve("journal.tsv"),
                String.join(
                                "\t",
                                NOW,
                                "acme_1.837",
                                sent,
                                "000000001",
                                "1",
                                "1",
                                "2",
                                "140.00",
                                "first",
                                "1",
                                sent,
                                "ZZ:CLEARLANE")
                        + "\n");
        Files.writeString(
                acme.resolve("claims.tsv"),
                String.join("\t", "000000001", "0001", "PCN1", d9(1), "100.00", "1") + "\n"
                        + String.join("\t", "000000001", "0001", "L4", d9(4), "40.00", "1") + "\n");
        return small;
    }

    private void keep(String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        String key = sha256(bytes);
        Path folder = Files.createDirectories(archive.resolve(key.substring(0, 2)));
        Path file = Files.write(folder.resolve(key), bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        keys.put(name, key);
        sizes.put(name, bytes.length);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The archive key of something kept: A, B, TB, C, O1, O2, TA1, 999, 277, 835, D1. */
    String key(String name) {
        return keys.get(name);
    }
}
