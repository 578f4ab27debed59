package org.clearlane.console.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.model.directory.Practice;

/**
 * What stands around every page.
 *
 * @param title of the page
 * @param section the navigation's entry that it belongs to, by its path
 * @param visitor who asks; null before signing in
 * @param practices those the visitor may choose from
 * @param theme {@code light}, {@code dark}, or {@code auto} for what the system says
 * @param notice what the last form did, or null
 */
public record Frame(
        String title,
        String section,
        Visitor visitor,
        List<PracticeName> practices,
        String theme,
        String notice,
        Assets assets) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.US);

    /**
     * A practice as people call it.
     *
     * @param timeZone by which its people read clocks
     */
    public record PracticeName(String id, String name, ZoneId timeZone) {

        /** From its row in {@code practices}. A zone that this Java does not know any more is read as UTC. */
        public static PracticeName of(ResultSet row) throws SQLException {
            ZoneId zone = Practice.UTC;
            try {
                zone = ZoneId.of(row.getString("time_zone"));
            } catch (DateTimeException gone) {
                // The profile's checker tells it at the next start.
            }
            return new PracticeName(row.getString("id"), row.getString("name"), zone);
        }
    }

    /** A link of the navigation. */
    public record Entry(String path, String label) {}

    public Frame {
        practices = List.copyOf(practices);
    }

    /** The address of an asset. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** Whether single keys are shortcuts. */
    public boolean singleKeys() {
        return visitor != null && visitor.singleKeys();
    }

    /** Whose data this page shows. */
    public String where() {
        if (visitor.practiceId() == null) {
            return "All practices";
        }
        return practices.stream()
                .filter(practice -> practice.id().equals(visitor.practiceId()))
                .map(PracticeName::name)
                .findFirst()
                .orElse(visitor.practiceId());
    }

    /** An instant as this page's reader reads clocks: a practice's people by its zone, everybody else by UTC. The zone is told. */
    public String time(Instant at) {
        return TIME.format(at.atZone(zone()));
    }

    /** The zone of this page's clocks. */
    public ZoneId zone() {
        return visitor == null || visitor.practiceId() == null
                ? Practice.UTC
                : practices.stream()
                        .filter(practice -> practice.id().equals(visitor.practiceId()))
                        .map(PracticeName::timeZone)
                        .findFirst()
                        .orElse(Practice.UTC);
    }

    /** The theme that the button changes to. */
    public String otherTheme() {
        return switch (theme) {
            case "auto" -> "dark";
            case "dark" -> "light";
            default -> "auto";
        };
    }

    /** What the button says. */
    public String otherThemeLabel() {
        return switch (otherTheme()) {
            case "dark" -> "Dark";
            case "light" -> "Light";
            default -> "As the system";
        };
    }

    /** The pages that this visitor may open. */
    public List<Entry> navigation() {
        List<Entry> all = new ArrayList<>();
        all.add(new Entry("/", "Today"));
        if (visitor.may(Permission.SEE_CLAIMS) || visitor.glassPracticeId() != null) {
            all.add(new Entry("/claims", "Claims"));
            all.add(new Entry("/worklist", "Worklist"));
        }
        all.add(new Entry("/files", "Files"));
        all.add(new Entry("/remittances", "Remittances"));
        all.add(new Entry("/reconciliation", "Reconciliation"));
        if (visitor.may(Permission.SEE_FLOWS)) {
            all.add(new Entry("/payers", "Payers and routes"));
            all.add(new Entry("/queues", "Queues"));
        }
        if (visitor.may(Permission.SEE_FLOWS) || visitor.may(Permission.MANAGE_PEOPLE)) {
            all.add(new Entry("/practices", visitor.role().ofAPractice() ? "Practice" : "Practices"));
        }
        if (visitor.may(Permission.MANAGE_PEOPLE)) {
            all.add(new Entry("/people", "People"));
        }
        if (visitor.may(Permission.MANAGE_KEYS)) {
            all.add(new Entry("/keys", "Keys"));
            all.add(new Entry("/webhooks", "Webhooks"));
        }
        if (visitor.may(Permission.SEE_AUDIT)) {
            all.add(new Entry("/audit", "Audit"));
        }
        all.add(new Entry("/status", "Status"));
        if (visitor.may(Permission.BREAK_GLASS)) {
            all.add(new Entry("/glass", "Break the glass"));
        }
        return all;
    }
}
