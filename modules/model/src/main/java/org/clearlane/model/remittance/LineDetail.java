package org.clearlane.model.remittance;

import java.util.List;

/**
 * What a service line says beyond its money (loop 2110).
 *
 * @param revenueCode SVC04
 * @param description SVC01-7
 * @param submitted SVC06: the procedure that was sent where the payer answers with another (bundling, unbundling)
 * @param submittedUnits SVC07, where other units were paid than were sent
 * @param references REF: 6R line control number, 0K policy, LU place, HPI rendering …
 * @param dates DTM: 472 or 150 and 151
 * @param amounts AMT: B6 allowed, KH, T, T2, ZK …
 * @param quantities QTY
 * @param remarks LQ: HE remark codes (RARC), RX pharmacy rejections
 * @param rest what none of these holds, as sent
 */
public record LineDetail(
        String revenueCode,
        String description,
        Procedure submitted,
        String submittedUnits,
        List<Fact> references,
        List<Fact> dates,
        List<Fact> amounts,
        List<Fact> quantities,
        List<Fact> remarks,
        List<KeptSegment> rest) {

    /** Nothing further was sent. */
    public static final LineDetail NONE = new LineDetail(
            "", "", Procedure.NONE, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public LineDetail {
        references = List.copyOf(references);
        dates = List.copyOf(dates);
        amounts = List.copyOf(amounts);
        quantities = List.copyOf(quantities);
        remarks = List.copyOf(remarks);
        rest = List.copyOf(rest);
    }
}
