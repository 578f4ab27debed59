package org.clearlane.generator;

import java.util.Random;

/** Invented people and the closed lists that claims draw from. Every name carries the marker in front. */
final class Synthetic {

    static final String MARKER = "Zz";

    /** Billable in the ICD-10-CM of fiscal years 2025 and 2026 both. */
    static final String[] DIAGNOSES = {
        "I10", "E119", "E785", "J069", "J45909", "K219", "F419", "N390", "M5450", "Z0000", "R079", "M25561", "H6690",
        "L309", "J301", "R519"
    };

    static final String[] PROCEDURES = {
        "99202", "99203", "99212", "99213", "99214", "93000", "36415", "81002", "85025", "80053", "87880", "71046"
    };

    /** Outpatient: laboratory, radiology, emergency room, clinic. */
    static final String[] REVENUE_CODES = {"0300", "0320", "0450", "0510"};

    static final String[] DENTAL_PROCEDURES = {"D0120", "D0150", "D0210", "D0274", "D1110", "D1206"};

    static final String[] TOOTH_PROCEDURES = {"D2140", "D2150", "D2391", "D2392", "D2740"};

    static final String[][] PLACES = {
        {"AUSTIN", "TX", "787010000"},
        {"PORTLAND", "OR", "972010000"},
        {"MADISON", "WI", "537030000"},
        {"TAMPA", "FL", "336020000"},
        {"DENVER", "CO", "802020000"}
    };

    private static final String[] SYLLABLES = {
        "BAR", "COL", "DAN", "FEN", "GAR", "HOL", "KEN", "LOR", "MAR", "NEL", "PER", "ROS", "SAN", "TOR", "VIN", "WES"
    };

    private Synthetic() {}

    static String lastName(Random random) {
        return MARKER + one(SYLLABLES, random) + one(SYLLABLES, random);
    }

    static String firstName(Random random) {
        return MARKER + one(SYLLABLES, random);
    }

    static <T> T one(T[] of, Random random) {
        return of[random.nextInt(of.length)];
    }
}
