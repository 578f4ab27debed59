package org.clearlane.profiles;

import java.time.ZoneId;
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
        ZoneId timeZone = timeZone(file);
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
        return new Practice(id, name, senderIds, npis, taxIds, repairs, timeZone);
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

    /** A place's zone, never an abbreviation: EST is five hours off all the year, New York is not. */
    private static ZoneId timeZone(YamlSection file) {
        String name = file.text("timeZone", "UTC");
        if (name.equals("UTC")
                || name.contains("/") && ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        String meant = ZoneId.getAvailableZoneIds().stream()
                .filter(known -> known.contains("/") && known.equalsIgnoreCase(name.replace(' ', '_')))
                .findFirst()
                .map(known -> "; " + known + " is meant, it seems")
                .orElse("");
        file.mistake("timeZone", "is a zone of the IANA list, as America/New_York or America/Chicago" + meant);
        return Practice.UTC;
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
