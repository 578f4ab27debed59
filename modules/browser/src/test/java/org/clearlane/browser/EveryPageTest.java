package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page that somebody can reach by links, as each role: nothing for axe to say in light and dark, whole at 320 px,
 * nothing from elsewhere, no complaint of the browser. Comes last, so that it meets what the other tests left behind.
 */
@ExtendWith(OneStage.class)
@Order(Integer.MAX_VALUE)
class EveryPageTest {

    private static final List<String> WHO = List.of("bea", "olga", "pat", "ada", "two");

    private static final Set<String> DARK = Set.of("today", "claims", "claims-one", "payers-one");

    private final Stage stage;
    private final Tab tab;

    EveryPageTest(Stage stage) {
        this.stage = stage;
        this.tab = stage.tab();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> everyPageOfEveryRoleIsWholeLegibleAndOurs() throws Exception {
        List<Page> pages = new ArrayList<>();
        Crawl crawl = new Crawl(Stage.root(stage.house()), names());
        for (String who : WHO) {
            pages.addAll(crawl.of(who, stage.person(who)));
        }
        pages.addAll(claimsInEveryState());
        assertThat(pages).as("pages").hasSizeGreaterThan(20);
        return pages.stream().map(page -> dynamicTest(page.who() + ": " + page.path(), () -> look(page)));
    }

    private void look(Page page) throws Exception {
        tab.fresh().complaints();
        tab.as(stage.person(page.who())).open(page.path());
        List<String> wrong = Look.at(tab);
        Pictures.take(tab, page.picture());
        if (DARK.contains(page.picture())) {
            Pictures.take(tab.prefers("dark"), page.picture() + "-dark");
        }
        assertThat(wrong).as("%s, as %s", page.path(), page.who()).isEmpty();
    }

    /** What stands in paths for one thing of many. */
    private List<String> names() {
        return Stream.concat(
                        stage.house().service().profiles().payers().stream().map(PayerProfile::id),
                        stage.house().service().profiles().practices().stream().map(Practice::id))
                .toList();
    }

    /** A claim looks different in each state, so each state is a page of its own. */
    private List<Page> claimsInEveryState() {
        Map<String, Page> byState = new LinkedHashMap<>();
        for (String state : stage.house()
                .texts("select distinct state from claims where practice_id = ? order by 1", Stage.LAKESIDE)) {
            String id = stage.house()
                    .texts("select min(id) from claims where practice_id = ? and state = ?", Stage.LAKESIDE, state)
                    .getFirst();
            byState.put(
                    state,
                    new Page(
                            "bea",
                            "/claims/" + id,
                            "/claims/"
                                    + state.toLowerCase(java.util.Locale.ROOT).replace('_', '/')));
        }
        return List.copyOf(byState.values());
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> everyPageBeforeSigningInIsToo() {
        return Stream.of("/sign-in", "/join/nothing", "/nothing-here")
                .map(path -> dynamicTest(path, () -> {
                    tab.fresh().open(path).complaints();
                    List<String> wrong = Look.at(tab);
                    Pictures.take(tab, path.substring(1).replace('/', '-'));
                    assertThat(wrong).as(path).isEmpty();
                }));
    }

    @Test
    @Order(3)
    void everyPageOfTheConsoleHasBeenShown() throws Exception {
        Pictures.index();
        assertThat(Templates.neverShown())
                .as("pages that nothing above has shown")
                .isEmpty();
    }
}
