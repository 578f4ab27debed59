package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Nothing but keys. */
@ExtendWith(OneStage.class)
class KeyboardTest {

    private static final int MOST_STOPS = 400;

    /** What is wrong with the element that has the focus: not to be seen, or behind something else (WCAG 2.2, 2.4.7, 2.4.11). */
    private static final String FOCUS =
            """
            const e = document.activeElement;
            if (!e || e === document.body) return null;
            const box = e.getBoundingClientRect(), style = getComputedStyle(e), name = e.outerHTML.slice(0, 120);
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no outline: ' + name;
            const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            if (!inside) return 'out of sight: ' + name;
            const at = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)),
                Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height / 2, 12))));
            if (at && !e.contains(at) && !at.contains(e)) return 'behind ' + at.outerHTML.slice(0, 80) + ': ' + name;
            return '';
            """;

    private final Tab tab;

    KeyboardTest(Stage stage) {
        this.tab = stage.tab().as(stage.person("bea"));
    }

    @Test
    void aClaimIsFoundReadAndNotedWithoutAMouse() {
        tab.open("/claims").type("/");
        assertThat(tab.focused().getDomAttribute("name")).isEqualTo("find");
        tab.type("LF26-0003", Keys.ENTER);
        tab.sees("LF26-0003").type("j");
        assertThat(tab.focused().getText()).isEqualTo("LF26-0003");
        tab.type(Keys.ENTER).sees("From file to money");
        assertThat(tab.heading()).startsWith("Claim LF26-0003");
        tabTo("note");
        tab.type("asked their portal", Keys.TAB, Keys.ENTER);
        tab.sees("asked their portal");
    }

    private void tabTo(String id) {
        for (int i = 0; i < MOST_STOPS; i++) {
            if (id.equals(tab.focused().getDomAttribute("id"))) {
                return;
            }
            tab.type(Keys.TAB);
        }
        throw new AssertionError("no Tab leads to " + id);
    }

    @Test
    void jAndKWalkTheRowsAndAQuestionMarkTellsTheKeys() {
        tab.open("/claims").type("j", "j", "j", "k");
        assertThat(tab.focused().getText())
                .isEqualTo(tab.all("tbody a").get(1).getText());
        tab.type("?").sees("Help and keys");
    }

    @Test
    void theSkipLinkShowsItselfFirstAndLeadsPastTheNavigation() {
        tab.open("/claims").type(Keys.TAB);
        assertThat(tab.focused().getText()).isEqualTo("Skip to content");
        assertThat(tab.<String>script(FOCUS)).isEmpty();
        tab.type(Keys.ENTER, Keys.TAB);
        assertThat(tab.focused().getDomAttribute("name")).isEqualTo("find");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/claims?state=REJECTED_CLAIM", "/claims?find=LF26-0018", "/help"})
    void everyStopOfTheTabKeyIsSeenAndNoneIsATrap(String path) {
        tab.open(path);
        List<String> wrong = new ArrayList<>();
        int stops = 0;
        String state;
        while ((state = tab.type(Keys.TAB).script(FOCUS)) != null && stops < MOST_STOPS) {
            stops++;
            if (!state.isEmpty()) {
                wrong.add(state);
            }
        }
        assertThat(wrong).as(path).isEmpty();
        assertThat(stops).as("stops on " + path).isBetween(5, MOST_STOPS - 1);
        tab.backTab();
        assertThat(tab.<String>script(FOCUS)).as("back from the end of " + path).isEmpty();
    }
}
