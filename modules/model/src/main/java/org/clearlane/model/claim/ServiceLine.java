package org.clearlane.model.claim;

import java.util.List;
import org.clearlane.model.Money;

/**
 * One service line (loop 2400).
 *
 * @param number the line's place in the claim, from 1 (what LX01 should say)
 * @param qualifier SV101-1: HC, ER, IV, WK
 * @param procedure SV101-2
 * @param modifiers SV101-3 to SV101-6, those present
 * @param charge SV102; null when it could not be read
 * @param unit SV103: UN units, MJ minutes
 * @param quantity SV104 as sent
 * @param placeOfService SV105
 * @param pointers SV107-1 to SV107-4 as sent, those present
 * @param dates DTP of the line; the service date has qualifier 472
 * @param references REF of the line; the line control number has qualifier 6R
 * @param lxPosition the number of the LX segment in its transaction set
 * @param position the number of the SV1 segment; 0 when there is none
 */
public record ServiceLine(
        int number,
        String qualifier,
        String procedure,
        List<String> modifiers,
        Money charge,
        String unit,
        String quantity,
        String placeOfService,
        List<String> pointers,
        List<DateFact> dates,
        List<ReferenceFact> references,
        int lxPosition,
        int position) {

    public ServiceLine {
        modifiers = List.copyOf(modifiers);
        pointers = List.copyOf(pointers);
        dates = List.copyOf(dates);
        references = List.copyOf(references);
    }

    /** The service date or period, or null when the line has none. */
    public DateFact serviceDate() {
        for (DateFact date : dates) {
            if (date.qualifier().equals("472")) {
                return date;
            }
        }
        return null;
    }
}
