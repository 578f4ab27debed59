package org.clearlane.transactions.t277ca;

import java.time.LocalDate;
import org.clearlane.transactions.t837.SetHeader;

/**
 * The upper levels of a 277CA that we write.
 *
 * @param houseName 2100A NM103, who we are
 * @param houseId 2100A NM109
 * @param trace BHT03 and 2200A TRN02, our number of this answer
 * @param received DTP*050, when the file came in
 * @param processed DTP*009, when it was judged
 * @param answered the 837 set it answers: its BHT03 becomes 2200B TRN02, its submitter the receiver
 */
public record ClaimStatusHeader(
        String houseName, String houseId, String trace, LocalDate received, LocalDate processed, SetHeader answered) {}
