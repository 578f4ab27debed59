package org.clearlane.generator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.clearlane.x12.Delimiters;

/**
 * What a generated 835 looks like. Begin with {@link #ofClaims} and change what matters.
 *
 * @param claims how many the payer decides on, 1 or more; a claim that is taken back and paid anew stands twice in the file
 * @param claimsPerSet at the most; one set is one payment, and is held in memory until its sum is known
 * @param payer who pays
 * @param payee who is paid, at the first NPI
 * @param mostLines service lines of a claim: 1 to this many, 4 at the most
 * @param delimiters of the whole file
 * @param firstService the earliest date of service
 * @param lastService the latest
 * @param writtenAt ISA09 and ISA10, and the day of the payment
 * @param interchangeControl ISA13, which is GS06 too and begins TRN02
 * @param numberPrefix begins every CLP01; 9 letters and digits at the most
 */
public record RemittanceSettings(
        long claims,
        int claimsPerSet,
        GeneratedPayer payer,
        GeneratedPractice payee,
        int mostLines,
        Delimiters delimiters,
        LocalDate firstService,
        LocalDate lastService,
        LocalDateTime writtenAt,
        long interchangeControl,
        String numberPrefix) {

    public RemittanceSettings {
        require(claims >= 1 && claims <= 9_999_999_999L, "claims: 1 to 9999999999");
        require(claimsPerSet >= 1 && claimsPerSet <= 100_000, "claimsPerSet: 1 to 100000");
        require(mostLines >= 1 && mostLines <= 4, "mostLines: 1 to 4");
        require(!lastService.isBefore(firstService), "lastService lies before firstService");
        require(interchangeControl >= 1 && interchangeControl <= 999_999_999L, "interchangeControl: 1 to 999999999");
        require(numberPrefix.matches("[A-Z0-9]{0,9}"), "numberPrefix: up to 9 capital letters and digits");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /** Payments for so many claims, with the usual separators. */
    public static RemittanceSettings ofClaims(long claims) {
        return new RemittanceSettings(
                claims,
                1_000,
                new GeneratedPayer("ZZPAYER1", "ZZ FIRST HEALTH PLAN"),
                new GeneratedPractice("ZZ FAMILY MEDICINE", List.of("1234567893"), "999123456"),
                4,
                Delimiters.USUAL,
                LocalDate.of(2025, 1, 2),
                LocalDate.of(2026, 3, 31),
                LocalDateTime.of(2026, 4, 15, 6, 0),
                1,
                "ZZ");
    }

    public RemittanceSettings withClaimsPerSet(int most) {
        return copy(most, delimiters, interchangeControl, numberPrefix);
    }

    public RemittanceSettings withDelimiters(Delimiters separators) {
        return copy(claimsPerSet, separators, interchangeControl, numberPrefix);
    }

    /** What tells one file from another of the same payer. */
    public RemittanceSettings withControlAndPrefix(long control, String prefix) {
        return copy(claimsPerSet, delimiters, control, prefix);
    }

    private RemittanceSettings copy(int most, Delimiters separators, long control, String prefix) {
        return new RemittanceSettings(
                claims,
                most,
                payer,
                payee,
                mostLines,
                separators,
                firstService,
                lastService,
                writtenAt,
                control,
                prefix);
    }
}
