package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStage.class)
class ThemeTest {

    private static final String BRIGHTNESS =
            "const c = getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g); return Number(c[0]) + Number(c[1]) + Number(c[2])";

    private final Tab tab;

    ThemeTest(Stage stage) {
        this.tab = stage.tab().as(stage.person("bea"));
    }

    private boolean isDark() {
        return tab.<Long>script(BRIGHTNESS) < 200;
    }

    @Test
    void pagesAreAsTheSystemPrefersUntilSomebodyChooses() {
        tab.open("/");
        assertThat(isDark()).isFalse();
        tab.prefers("dark");
        assertThat(isDark()).isTrue();
        tab.prefers("light").press("Dark").find("html[data-theme=dark]");
        assertThat(isDark()).isTrue();
        tab.open("/claims").press("Light").find("html[data-theme=light]");
        tab.prefers("dark");
        assertThat(isDark()).isFalse();
        tab.press("As the system").find("html[data-theme=auto]");
        assertThat(isDark()).isTrue();
    }
}
