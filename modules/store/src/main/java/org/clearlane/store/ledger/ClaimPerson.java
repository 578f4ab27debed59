package org.clearlane.store.ledger;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Somebody a claim is about, as they are searched for.
 *
 * @param patient whether it is the patient; else the subscriber, where that is somebody else
 * @param last folded
 * @param first folded
 * @param born null where the claim says no day
 * @param memberId folded; only the subscriber has one, and a patient who is the subscriber
 */
public record ClaimPerson(String claimId, boolean patient, String last, String first, LocalDate born, String memberId) {

    private static final int LONGEST = 60;

    /** From text as it was sent; CCYYMMDD for the day of birth. */
    public static ClaimPerson of(
            String claimId, boolean patient, String last, String first, String born, String memberId) {
        return new ClaimPerson(claimId, patient, fold(last), fold(first), day(born), fold(memberId));
    }

    /** Letters and digits alone, without accents, in capitals: {@code O'Brien-Núñez} is found as {@code OBRIENNUNEZ}. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean plain = true;
        for (int i = 0; i < text.length() && folded.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
                folded.append(c);
            } else if (c >= 'a' && c <= 'z') {
                folded.append((char) (c - 32));
            } else if (c >= 128) {
                plain = false;
                break;
            }
        }
        if (plain) {
            return folded.toString();
        }
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .toUpperCase(Locale.ROOT);
        return letters.length() <= LONGEST ? letters : letters.substring(0, letters.offsetByCodePoints(0, 30));
    }

    private static LocalDate day(String text) {
        if (text.length() != 8) {
            return null;
        }
        int number = 0;
        for (int i = 0; i < 8; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            number = number * 10 + c - '0';
        }
        int year = number / 10_000;
        int month = number / 100 % 100;
        int day = number % 100;
        boolean isDay = year > 1800
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
        return isDay ? LocalDate.of(year, month, day) : null;
    }
}
