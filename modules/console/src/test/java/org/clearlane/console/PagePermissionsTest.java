package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Attack A-03: who may open which page, cell by cell. A page or form that is not in the table fails the test, so whoever adds one
 * says here who may. {@code yes}: it opens, or says that there is nothing of that name. {@code no}: refused. {@code glass}: an
 * operator is led to break the glass.
 */
@ExtendWith(OneConsole.class)
class PagePermissionsTest {

    private static final List<String> ROLES = List.of("bea", "pat", "olga", "ada");

    private static final String PAGES =
            """
            page                     biller  admin  operator  auditor
            /                        yes     yes    yes       yes
            /claims                  yes     yes    glass     no
            /claims.csv              yes     yes    glass     no
            /claims/{id}             yes     yes    glass     no
            /claims/{id}/correct     yes     yes    no        no
            /glass                   no      no     yes       no
            /help                    yes     yes    yes       yes
            /worklist                yes     yes    glass     no
            /worklist/claims         yes     yes    glass     no
            /worklist/mend/{id}      yes     yes    no        no
            """;

    private static final String FORMS =
            """
            form                     biller  admin  operator  auditor
            /claims/{id}/assign      yes     yes    no        no
            /claims/{id}/correct     yes     yes    no        no
            /claims/{id}/correct/preview yes yes    no        no
            /claims/{id}/correct/send yes    yes    no        no
            /claims/{id}/hold        yes     yes    no        no
            /claims/{id}/note        yes     yes    no        no
            /claims/{id}/release     yes     yes    no        no
            /claims/{id}/resolve     yes     yes    no        no
            /glass                   no      no     yes       no
            /help/keys               yes     yes    yes       yes
            /practice                yes     yes    yes       yes
            /sign-out                yes     yes    yes       yes
            /theme                   yes     yes    yes       yes
            /worklist/assign         yes     yes    no        no
            /worklist/close          yes     yes    no        no
            /worklist/mend           yes     yes    no        no
            /worklist/mend/{id}/confirm yes  yes    no        no
            /worklist/mend/{id}/withdraw yes yes    no        no
            """;

    private final ConsoleHouse house;

    PagePermissionsTest(ConsoleHouse house) {
        this.house = house;
    }

    @Test
    void opensEachPageToThoseInTheTableAndToNobodyElse() throws Exception {
        Map<String, List<String>> table = read(PAGES);
        List<String> pages = Walk.pages(house).stream()
                .filter(page -> !Walk.OPEN.contains(page))
                .toList();
        assertThat(table.keySet()).as("every page stands in the table").containsExactlyInAnyOrderElementsOf(pages);
        List<String> wrong = new ArrayList<>();
        for (int role = 0; role < ROLES.size(); role++) {
            Browser browser = house.browser(ROLES.get(role));
            for (String page : pages) {
                String path = Walk.filled(house, page);
                HttpResponse<String> answer = browser.get(path);
                String is = cell(answer, path);
                if (!is.equals(table.get(page).get(role))) {
                    wrong.add("%s at %s: %s, not %s"
                            .formatted(
                                    ROLES.get(role), page, is, table.get(page).get(role)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** With a token that is right: whatever the form then says is no 403. */
    @Test
    void takesEachFormFromThoseInTheTableAndFromNobodyElse() throws Exception {
        Map<String, List<String>> table = read(FORMS);
        List<String> forms = new ArrayList<>(Walk.forms(house).stream()
                .filter(form -> !Walk.OPEN.contains(form) && !form.equals("/sign-out"))
                .toList());
        forms.add("/sign-out");
        assertThat(table.keySet()).as("every form stands in the table").containsExactlyInAnyOrderElementsOf(forms);
        List<String> wrong = new ArrayList<>();
        for (int role = 0; role < ROLES.size(); role++) {
            Browser browser = house.browser(ROLES.get(role));
            String token = browser.token();
            for (String form : forms) {
                HttpResponse<String> answer =
                        browser.post(form.replaceAll("\\{[^}]+}", "nothing-of-that-name"), "form", token, "keys", "on");
                String is = answer.statusCode() == 403 ? "no" : "yes";
                if (answer.statusCode() >= 500 || !is.equals(table.get(form).get(role))) {
                    wrong.add("%s at %s: %d, not %s"
                            .formatted(
                                    ROLES.get(role),
                                    form,
                                    answer.statusCode(),
                                    table.get(form).get(role)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void leadsWhoeverIsNotSignedInToSigningIn() throws Exception {
        for (String page : Walk.pages(house)) {
            if (!Walk.OPEN.contains(page)) {
                assertThat(house.browser().get(Walk.filled(house, page)).uri().getPath())
                        .as(page)
                        .isEqualTo("/sign-in");
            }
        }
    }

    private static String cell(HttpResponse<String> answer, String asked) {
        if (answer.uri().getPath().equals("/glass") && !asked.equals("/glass")) {
            return "glass";
        }
        return switch (answer.statusCode()) {
            case 200, 404 -> "yes";
            case 403 -> "no";
            default -> Integer.toString(answer.statusCode());
        };
    }

    private static Map<String, List<String>> read(String table) {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        table.lines()
                .skip(1)
                .map(line -> List.of(line.strip().split(" +")))
                .forEach(line -> cells.put(line.getFirst(), line.subList(1, line.size())));
        return cells;
    }
}
