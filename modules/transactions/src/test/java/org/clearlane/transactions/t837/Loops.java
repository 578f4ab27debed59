package org.clearlane.transactions.t837;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/** Names loops as the guide would for well-formed 837P, and drives a {@link ClaimReader} over a whole file. */
final class Loops {

    private String loop = "";
    private String level = "";

    static void read(byte[] file, ClaimReader reader) {
        Loops loops = new Loops();
        int position = 0;
        boolean inSet = false;
        try (X12Reader in = new X12Reader(new ByteArrayInputStream(file))) {
            while (in.next()) {
                Segment s = in.segment();
                if (s.is("ST")) {
                    reader.begin(ClaimKind.PROFESSIONAL, false);
                    loops = new Loops();
                    position = 0;
                    inSet = true;
                }
                if (inSet) {
                    position++;
                    reader.segment(s, loops.next(s), position);
                }
                if (s.is("SE")) {
                    reader.end();
                    inSet = false;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (inSet) {
            reader.end();
        }
    }

    String next(Segment s) {
        switch (s.id()) {
            case "ST", "BHT", "SE" -> loop = "";
            case "HL" -> {
                level = switch (s.element(3)) {
                    case "20" -> "2000A";
                    case "22" -> "2000B";
                    case "23" -> "2000C";
                    default -> "";
                };
                loop = level;
            }
            case "CLM" -> {
                level = "2300";
                loop = level;
            }
            case "SBR" -> {
                level = level.equals("2000B") ? level : "2320";
                loop = level;
            }
            case "LX" -> {
                level = "2400";
                loop = level;
            }
            case "LIN" -> loop = "2410";
            case "SVD" -> loop = "2430";
            case "LQ" -> loop = "2440";
            case "NM1" -> loop = named(s.element(1));
            default -> {}
        }
        return loop;
    }

    private String named(String entity) {
        return switch (level) {
            case "" -> entity.equals("41") ? "1000A" : "1000B";
            case "2000A" -> entity.equals("85") ? "2010AA" : entity.equals("87") ? "2010AB" : "2010AC";
            case "2000B" -> entity.equals("IL") ? "2010BA" : "2010BB";
            case "2000C" -> "2010CA";
            case "2300" ->
                switch (entity) {
                    case "DN", "P3" -> "2310A";
                    case "82" -> "2310B";
                    case "77" -> "2310C";
                    case "DQ" -> "2310D";
                    default -> "2310E";
                };
            case "2320" -> entity.equals("IL") ? "2330A" : "2330B";
            default -> entity.equals("82") ? "2420A" : "2420F";
        };
    }
}
