package org.clearlane.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of permissions, cell by cell, written down a second time so that a slip in one does not pass. */
class PermissionsTest {

    @ParameterizedTest
    @CsvSource({
        "SEE_CLAIMS,            BILLER PRACTICE_ADMIN",
        "WORK_CLAIMS,           BILLER PRACTICE_ADMIN",
        "WORK_CLAIMS_IN_BULK,   BILLER PRACTICE_ADMIN",
        "ACCEPT_MONEY,          PRACTICE_ADMIN OPERATOR",
        "DOWNLOAD_FILES,        BILLER PRACTICE_ADMIN",
        "SEE_FLOWS,             OPERATOR AUDITOR",
        "BREAK_GLASS,           OPERATOR",
        "RUN_ROUTES,            OPERATOR",
        "MEND_QUEUES,           OPERATOR",
        "MANAGE_PEOPLE,         PRACTICE_ADMIN OPERATOR",
        "MANAGE_KEYS,           PRACTICE_ADMIN OPERATOR",
        "SEE_AUDIT,             PRACTICE_ADMIN OPERATOR AUDITOR"
    })
    void allowEachRoleWhatItNeedsAndNothingElse(Permission permission, String roles) {
        Set<String> allowed = Set.of(roles.split(" "));
        for (Role role : Role.values()) {
            assertThat(Permissions.allow(role, permission))
                    .as("%s for %s", permission, role)
                    .isEqualTo(allowed.contains(role.name()));
        }
    }

    @Test
    void everyPermissionStandsInTheTableOnce() {
        for (Permission permission : Permission.values()) {
            assertThat(Permissions.table().lines().filter(row -> row.startsWith(permission.name() + " ")))
                    .as(permission.name())
                    .hasSize(1);
        }
    }

    @Test
    void anAuditorChangesNothing() {
        assertThat(Set.of(Permission.values()).stream().filter(each -> Permissions.allow(Role.AUDITOR, each)))
                .containsExactlyInAnyOrder(Permission.SEE_FLOWS, Permission.SEE_AUDIT);
    }

    @Test
    void nobodyOfTheHouseSeesHealthInformationByDefault() {
        for (Role role : Role.values()) {
            assertThat(Permissions.allow(role, Permission.SEE_CLAIMS)).isEqualTo(role.ofAPractice());
        }
    }
}
