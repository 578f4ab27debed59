package org.clearlane.profiles;

import java.util.EnumSet;
import java.util.Set;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.model.directory.Practice;

/** One practice from one file. */
final class PracticeReader {

    private PracticeReader() {}

    static Practice read(YamlSection file, String stem) {
        String id = ProfileRules.id(file, stem);
        String name = file.text("name");
        Set<String> senderIds = file.texts("senderIds");
        Set<String> npis = file.texts("npis");
        Set<String> taxIds = file.texts("taxIds");
        Set<RepairKind> repairs = repairs(file);
        file.refuseUnknownKeys();

        each(senderIds, (key, sender) -> ProfileRules.interchangeId(file, "senderIds" + key, sender));
        each(npis, (key, npi) -> {
            if (!npi.matches("\\d{10}")) {
                file.mistake("npis" + key, "an NPI has ten digits");
            } else if (!ProfileRules.npiCheckDigitHolds(npi)) {
                file.mistake("npis" + key, "the NPI's check digit is wrong");
            }
        });
        each(taxIds, (key, taxId) -> {
            if (!taxId.matches("\\d{9}")) {
                file.mistake("taxIds" + key, "a tax number has nine digits and no dash; quote it in YAML");
            }
        });
        return new Practice(id, name, senderIds, npis, taxIds, repairs);
    }

    private static Set<RepairKind> repairs(YamlSection file) {
        Set<RepairKind> kinds = EnumSet.noneOf(RepairKind.class);
        if (!file.has("repair")) {
            return kinds;
        }
        for (String word : file.texts("repair")) {
            if (word.equals("all")) {
                kinds.addAll(EnumSet.allOf(RepairKind.class));
            } else if (RepairKind.of(word) != null) {
                kinds.add(RepairKind.of(word));
            } else if (!word.equals("off")) {
                file.mistake("repair", "is off, all, or some of blanks, case, point, decimal, zip, frequency");
            }
        }
        return kinds;
    }

    private interface Rule {
        void check(String index, String value);
    }

    private static void each(Set<String> values, Rule rule) {
        int i = 0;
        for (String value : values) {
            rule.check("[" + i++ + "]", value);
        }
    }
}
