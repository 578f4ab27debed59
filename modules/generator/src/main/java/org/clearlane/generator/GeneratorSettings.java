package org.clearlane.generator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.clearlane.x12.Delimiters;

/**
 * What a generated file looks like. Begin with {@link #ofClaims} and change what matters.
 *
 * @param claims how many, 1 or more
 * @param claimsPerSet at the most
 * @param senderId ISA06, GS02 and 1000A NM109
 * @param receiverId ISA08, GS03 and 1000B NM109
 * @param practice who bills
 * @param payers who is billed, in equal shares
 * @param dependantPercent of a hundred claims so many are for a patient who is not the subscriber
 * @param mostLines service lines of a claim: 1 to this many, 4 at the most
 * @param delimiters of the whole file
 * @param firstService the earliest date of service
 * @param lastService the latest
 * @param writtenAt ISA09 and ISA10, BHT04 and BHT05
 * @param interchangeControl ISA13, which is GS06 too
 * @param usage ISA15, {@code P} or {@code T}
 * @param numberPrefix begins every CLM01, so that claims of two files differ; 9 letters and digits at the most
 * @param faultsPerTenThousand of ten thousand claims so many have this fault
 * @param kind which 837 it is
 */
public record GeneratorSettings(
        long claims,
        int claimsPerSet,
        String senderId,
        String receiverId,
        GeneratedPractice practice,
        List<GeneratedPayer> payers,
        int dependantPercent,
        int mostLines,
        Delimiters delimiters,
        LocalDate firstService,
        LocalDate lastService,
        LocalDateTime writtenAt,
        long interchangeControl,
        char usage,
        String numberPrefix,
        Map<Fault, Integer> faultsPerTenThousand,
        ClaimKind kind) {

    public GeneratorSettings {
        payers = List.copyOf(payers);
        faultsPerTenThousand = Map.copyOf(faultsPerTenThousand);
        require(claims >= 1 && claims <= 9_999_999_999L, "claims: 1 to 9999999999");
        require(claimsPerSet >= 1, "claimsPerSet: 1 or more");
        require(!payers.isEmpty(), "at least one payer");
        require(dependantPercent >= 0 && dependantPercent <= 100, "dependantPercent: 0 to 100");
        require(mostLines >= 1 && mostLines <= 4, "mostLines: 1 to 4");
        require(!lastService.isBefore(firstService), "lastService lies before firstService");
        require(interchangeControl >= 1 && interchangeControl <= 999_999_999L, "interchangeControl: 1 to 999999999");
        require(numberPrefix.matches("[A-Z0-9]{0,9}"), "numberPrefix: up to 9 capital letters and digits");
        require(
                faultsPerTenThousand.values().stream().allMatch(share -> share >= 0)
                        && faultsPerTenThousand.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()
                                <= 10_000,
                "faultsPerTenThousand: 10000 in all at the most");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /** So many good professional claims with the usual separators, a fifth of them for dependants. */
    public static GeneratorSettings ofClaims(long claims) {
        return new GeneratorSettings(
                claims,
                5_000,
                "ZZPRACTICE",
                "CLEARLANE",
                new GeneratedPractice("ZZ FAMILY MEDICINE", List.of("1234567893"), "999123456"),
                List.of(new GeneratedPayer("ZZPAYER1", "ZZ FIRST HEALTH PLAN")),
                20,
                4,
                Delimiters.USUAL,
                LocalDate.of(2025, 1, 2),
                LocalDate.of(2026, 3, 31),
                LocalDateTime.of(2026, 4, 1, 9, 0),
                1,
                'P',
                "ZZ",
                Map.of(),
                ClaimKind.PROFESSIONAL);
    }

    public GeneratorSettings withClaimsPerSet(int most) {
        return copy(most, senderId, receiverId, practice, payers, delimiters, interchangeControl, numberPrefix);
    }

    public GeneratorSettings withSenderAndReceiver(String sender, String receiver) {
        return copy(claimsPerSet, sender, receiver, practice, payers, delimiters, interchangeControl, numberPrefix);
    }

    public GeneratorSettings withPractice(GeneratedPractice billing) {
        return copy(claimsPerSet, senderId, receiverId, billing, payers, delimiters, interchangeControl, numberPrefix);
    }

    public GeneratorSettings withPayers(List<GeneratedPayer> billed) {
        return copy(claimsPerSet, senderId, receiverId, practice, billed, delimiters, interchangeControl, numberPrefix);
    }

    public GeneratorSettings withDelimiters(Delimiters separators) {
        return copy(claimsPerSet, senderId, receiverId, practice, payers, separators, interchangeControl, numberPrefix);
    }

    /** What tells one file from another of the same sender. */
    public GeneratorSettings withControlAndPrefix(long control, String prefix) {
        return copy(claimsPerSet, senderId, receiverId, practice, payers, delimiters, control, prefix);
    }

    public GeneratorSettings withDependantPercent(int percent) {
        return new GeneratorSettings(
                claims,
                claimsPerSet,
                senderId,
                receiverId,
                practice,
                payers,
                percent,
                mostLines,
                delimiters,
                firstService,
                lastService,
                writtenAt,
                interchangeControl,
                usage,
                numberPrefix,
                faultsPerTenThousand,
                kind);
    }

    public GeneratorSettings withMostLines(int most) {
        return new GeneratorSettings(
                claims,
                claimsPerSet,
                senderId,
                receiverId,
                practice,
                payers,
                dependantPercent,
                most,
                delimiters,
                firstService,
                lastService,
                writtenAt,
                interchangeControl,
                usage,
                numberPrefix,
                faultsPerTenThousand,
                kind);
    }

    public GeneratorSettings withService(LocalDate first, LocalDate last) {
        return new GeneratorSettings(
                claims,
                claimsPerSet,
                senderId,
                receiverId,
                practice,
                payers,
                dependantPercent,
                mostLines,
                delimiters,
                first,
                last,
                writtenAt,
                interchangeControl,
                usage,
                numberPrefix,
                faultsPerTenThousand,
                kind);
    }

    public GeneratorSettings withWrittenAt(LocalDateTime at, char isa15) {
        return new GeneratorSettings(
                claims,
                claimsPerSet,
                senderId,
                receiverId,
                practice,
                payers,
                dependantPercent,
                mostLines,
                delimiters,
                firstService,
                lastService,
                at,
                interchangeControl,
                isa15,
                numberPrefix,
                faultsPerTenThousand,
                kind);
    }

    public GeneratorSettings withFaults(Map<Fault, Integer> perTenThousand) {
        return new GeneratorSettings(
                claims,
                claimsPerSet,
                senderId,
                receiverId,
                practice,
                payers,
                dependantPercent,
                mostLines,
                delimiters,
                firstService,
                lastService,
                writtenAt,
                interchangeControl,
                usage,
                numberPrefix,
                perTenThousand,
                kind);
    }

    public GeneratorSettings withKind(ClaimKind which) {
        return new GeneratorSettings(
                claims,
                claimsPerSet,
                senderId,
                receiverId,
                practice,
                payers,
                dependantPercent,
                mostLines,
                delimiters,
                firstService,
                lastService,
                writtenAt,
                interchangeControl,
                usage,
                numberPrefix,
                faultsPerTenThousand,
                which);
    }

    private GeneratorSettings copy(
            int most,
            String sender,
            String receiver,
            GeneratedPractice billing,
            List<GeneratedPayer> billed,
            Delimiters separators,
            long control,
            String prefix) {
        return new GeneratorSettings(
                claims,
                most,
                sender,
                receiver,
                billing,
                billed,
                dependantPercent,
                mostLines,
                separators,
                firstService,
                lastService,
                writtenAt,
                control,
                usage,
                prefix,
                faultsPerTenThousand,
                kind);
    }
}
