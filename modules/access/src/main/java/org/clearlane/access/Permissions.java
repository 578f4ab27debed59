package org.clearlane.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The one table of who may do what. A practice's roles act within the practices they are assigned to; the others over all,
 * without health information.
 */
public final class Permissions {

    private static final String TABLE =
            """
                                 BILLER  PRACTICE_ADMIN  OPERATOR  AUDITOR
            SEE_CLAIMS           yes     yes             -         -
            WORK_CLAIMS          yes     yes             -         -
            WORK_CLAIMS_IN_BULK  yes     yes             -         -
            ACCEPT_MONEY         -       yes             yes       -
            DOWNLOAD_FILES       yes     yes             -         -
            SEE_FLOWS            -       -               yes       yes
            BREAK_GLASS          -       -               yes       -
            RUN_ROUTES           -       -               yes       -
            MEND_QUEUES          -       -               yes       -
            MANAGE_PEOPLE        -       yes             yes       -
            MANAGE_KEYS          -       yes             yes       -
            SEE_AUDIT            -       yes             yes       yes
            """;

    private static final Map<Role, Set<Permission>> BY_ROLE = read();

    private Permissions() {}

    /** Whether somebody in this role may. */
    public static boolean allow(Role role, Permission permission) {
        return BY_ROLE.get(role).contains(permission);
    }

    /** The table as text, for the page that shows it. */
    public static String table() {
        return TABLE;
    }

    private static Map<Role, Set<Permission>> read() {
        String[] rows = TABLE.strip().split("\n");
        String[] roles = rows[0].strip().split(" +");
        Map<Role, Set<Permission>> table = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            table.put(role, EnumSet.noneOf(Permission.class));
        }
        for (int i = 1; i < rows.length; i++) {
            String[] cells = rows[i].strip().split(" +");
            for (int column = 0; column < roles.length; column++) {
                if (cells[column + 1].equals("yes")) {
                    table.get(Role.valueOf(roles[column])).add(Permission.valueOf(cells[0]));
                }
            }
        }
        return table;
    }
}
