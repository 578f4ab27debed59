package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
            page                                  biller  admin  operator  auditor
            /                                     yes     yes    yes       yes
            /audit                                no      yes    yes       yes
            /audit.csv                            no      yes    yes       yes
            /claims                               yes     yes    glass     no
            /claims.csv                           yes     yes    glass     no
            /claims.xlsx                          yes     yes    glass     no
            /claims/{id}                          yes     yes    glass     no
            /claims/{id}/correct                  yes     yes    no        no
            /claims/{id}/proof.pdf                yes     yes    glass     no
            /files                                yes     yes    yes       yes
            /files/{id}                           yes     yes    yes       yes
            /files/{id}/original                  yes     yes    no        no
            /files/{id}/translated                yes     yes    no        no
            /glass                                no      no     yes       no
            /help                                 yes     yes    yes       yes
            /keys                                 no      yes    yes       no
            /mailbox/{id}                         yes     yes    no        no
            /me                                   yes     yes    yes       yes
            /me/second-factor                     yes     yes    yes       yes
            /payers                               no      no     yes       yes
            /payers/{id}                          no      no     yes       yes
            /people                               no      yes    yes       no
            /people/{id}                          no      yes    yes       no
            /practices                            no      yes    yes       yes
            /practices/{id}                       no      yes    yes       yes
            /queues                               no      no     yes       yes
            /queues/{queue}                       no      no     yes       yes
            /reconciliation                       yes     yes    yes       yes
            /reconciliation/{table}.csv           yes     yes    yes       yes
            /remittances                          yes     yes    yes       yes
            /remittances.csv                      yes     yes    yes       yes
            /remittances/unmatched                yes     yes    yes       yes
            /remittances/{id}                     yes     yes    yes       yes
            /remittances/{id}/explanation         yes     yes    glass     no
            /remittances/{id}/explanation.pdf     yes     yes    glass     no
            /remittances/{id}/payments/{ordinal}  yes     yes    glass     no
            /webhooks                             no      yes    yes       no
            /webhooks/{id}                        no      yes    yes       no
            /webhooks/{id}/deliveries/{delivery}  no      yes    yes       no
            /worklist                             yes     yes    glass     no
            /worklist/claims                      yes     yes    glass     no
            /worklist/mend/{id}                   yes     yes    no        no
            """;

    private static final String FORMS =
            """
            form                                         biller  admin  operator  auditor
            /audit/check                                 no      yes    yes       yes
            /claims/columns                              yes     yes    yes       no
            /claims/find                                 yes     yes    yes       no
            /claims/kept                                 yes     yes    no        no
            /claims/kept/forget                          yes     yes    no        no
            /claims/{id}/assign                          yes     yes    no        no
            /claims/{id}/correct                         yes     yes    no        no
            /claims/{id}/correct/preview                 yes     yes    no        no
            /claims/{id}/correct/send                    yes     yes    no        no
            /claims/{id}/hold                            yes     yes    no        no
            /claims/{id}/note                            yes     yes    no        no
            /claims/{id}/release                         yes     yes    no        no
            /claims/{id}/resolve                         yes     yes    no        no
            /downtimes                                   no      no     yes       no
            /downtimes/{downtime}/call-off               no      no     yes       no
            /files/find                                  yes     yes    no        no
            /glass                                       no      no     yes       no
            /help/keys                                   yes     yes    yes       yes
            /interchanges/{id}/send-again                no      no     yes       no
            /interchanges/{id}/settle                    no      no     yes       no
            /keys                                        no      yes    yes       no
            /keys/{id}/revoke                            no      yes    yes       no
            /keys/{id}/rotate                            no      yes    yes       no
            /me/password                                 yes     yes    yes       yes
            /me/second-factor                            yes     yes    yes       yes
            /me/second-factor/prove                      yes     yes    yes       yes
            /me/sign-out-elsewhere                       yes     yes    yes       yes
            /outbox/{id}/park                            no      no     yes       no
            /outbox/{id}/retry                           no      no     yes       no
            /payers/{id}/start                           no      no     yes       no
            /payers/{id}/stop                            no      no     yes       no
            /payers/{id}/suspend                         no      no     yes       no
            /payers/{id}/test                            no      no     yes       no
            /people                                      no      yes    yes       no
            /people/{id}/change                          no      yes    yes       no
            /people/{id}/disable                         no      yes    yes       no
            /people/{id}/enable                          no      yes    yes       no
            /people/{id}/reset                           no      yes    yes       no
            /practice                                    yes     yes    yes       yes
            /remittances/{id}/accept                     no      yes    yes       no
            /sign-out                                    yes     yes    yes       yes
            /tasks/{id}/resolve                          no      no     yes       no
            /theme                                       yes     yes    yes       yes
            /webhooks                                    no      yes    yes       no
            /webhooks/{id}/change                        no      yes    yes       no
            /webhooks/{id}/delete                        no      yes    yes       no
            /webhooks/{id}/deliveries/{delivery}/resend  no      yes    yes       no
            /webhooks/{id}/disable                       no      yes    yes       no
            /webhooks/{id}/enable                        no      yes    yes       no
            /webhooks/{id}/end-earlier-secret            no      yes    yes       no
            /webhooks/{id}/resend                        no      yes    yes       no
            /webhooks/{id}/rotate                        no      yes    yes       no
            /webhooks/{id}/test                          no      yes    yes       no
            /worklist/assign                             yes     yes    no        no
            /worklist/close                              yes     yes    no        no
            /worklist/mend                               yes     yes    no        no
            /worklist/mend/{id}/confirm                  yes     yes    no        no
            /worklist/mend/{id}/withdraw                 yes     yes    no        no
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
        Map<String, List<String>> measured = new LinkedHashMap<>();
        for (String name : ROLES) {
            Browser browser = house.browser(name);
            for (String page : pages) {
                String path = Walk.filled(house, page);
                measured.computeIfAbsent(page, unused -> new ArrayList<>()).add(cell(browser.get(path), path));
            }
        }
        assertSame(measured, table);
    }

    /** With a token that is right: whatever the form then says is no 403. */
    @Test
    void takesEachFormFromThoseInTheTableAndFromNobodyElse() throws Exception {
        Map<String, List<String>> table = read(FORMS);
        List<String> forms = new ArrayList<>(Walk.forms(house).stream()
                .filter(form -> !Walk.OPEN.contains(form) && !form.equals("/sign-out"))
                .toList());
        forms.add("/sign-out");
        Map<String, List<String>> measured = new LinkedHashMap<>();
        for (String name : ROLES) {
            Browser browser = house.browser(name);
            String token = browser.token();
            for (String form : forms) {
                int status = browser.post(
                                form.replaceAll("\\{[^}]+}", "nothing-of-that-name"), "form", token, "keys", "on")
                        .statusCode();
                measured.computeIfAbsent(form, unused -> new ArrayList<>())
                        .add(status == 403 ? "no" : status < 500 ? "yes" : Integer.toString(status));
            }
        }
        assertSame(measured, table);
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

    /** Row by row, so that what fails is a line to look at: is it meant so? Then it belongs into the table. */
    private static void assertSame(Map<String, List<String>> measured, Map<String, List<String>> table) {
        assertThat(lines(measured))
                .as("what each role gets, biller, admin, operator, auditor")
                .isEqualTo(lines(table));
    }

    private static String lines(Map<String, List<String>> table) {
        return new TreeMap<>(table)
                .entrySet().stream()
                        .map(row -> row.getKey() + " " + String.join(" ", row.getValue()))
                        .collect(Collectors.joining("\n"));
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
