package org.clearlane.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payer that takes claims of hospitals and dentists. */
class OtherKindsTest {

    private static final String PAYS_HALF = "scenarios:\n  - {does: pays, allowed: 50}";

    @TempDir
    Path data;

    private FolderPayer answered(String sample) throws Exception {
        return FolderPayer.start(data, PAYS_HALF).drop("a.837", sample(sample)).settle();
    }

    private static byte[] sample(String folder) throws IOException {
        return Files.readString(
                        Path.of(System.getProperty("clearlane.root"), "samples", folder, "input.edi"), ISO_8859_1)
                .replace("PI*60054", "PI*NWH01")
                .getBytes(ISO_8859_1);
    }

    @Test
    void answersAStayInHospitalUnderItsBillTypeAndRevenueCodes() throws Exception {
        try (FolderPayer payer = answered("837i/inpatient-stay")) {
            assertThat(payer.answer("999").first("IK5")[1]).isEqualTo("A");
            assertThat(payer.answer("277").first("REF", "BLT")[2]).isEqualTo("111");
            assertThat(payer.answer("277").first("DTP", "472")[3]).isEqualTo("20260126-20260130");
            Answer era = payer.answer("835");
            assertThat(era.first("CLP")).startsWith("CLP", "NSH-3001", "1", "8450.75");
            assertThat(era.first("CLP")).contains("11", "1");
            assertThat(era.first("DTM", "232")[2]).isEqualTo("20260126");
            assertThat(era.all("SVC").get(0)).containsExactly("SVC", "NU^0120", "4800", "2400", "", "4");
            assertThat(era.all("SVC").get(2)).containsExactly("SVC", "HC^36556", "2400", "1200", "0360", "1");
            Balance.holdsIn(era);
        }
    }

    @Test
    void answersADentistUnderTheCodesOfDentistry() throws Exception {
        try (FolderPayer payer = answered("837d/filling-and-crown")) {
            assertThat(payer.answer("999").first("IK5")[1]).isEqualTo("A");
            assertThat(payer.answer("277").has("REF", "BLT")).isFalse();
            Answer era = payer.answer("835");
            assertThat(era.all("SVC").get(0)).containsExactly("SVC", "AD^D2392", "215.5", "107.75", "", "1");
            assertThat(era.matching("REF", "6R").map(ref -> ref[2])).containsExactly("BRD-4001-1", "2");
            assertThat(era.first("DTM", "232")[2]).isEqualTo("20260203");
            Balance.holdsIn(era);
        }
    }
}
