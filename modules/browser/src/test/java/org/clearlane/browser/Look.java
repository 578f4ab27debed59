package org.clearlane.browser;

import java.util.ArrayList;
import java.util.List;

/** Whatever can be wrong with any page, in the words of somebody who mends it. */
final class Look {

    /** Elements that stick out of a window of this width although nothing scrolls them. */
    private static final String STICKS_OUT =
            """
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const inScroll = e => { for (let p = e.parentElement; p; p = p.parentElement)
                if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(p).overflowX)) return true; return false; };
            return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1
                && !inScroll(e)).slice(0, 5).map(e => e.outerHTML.slice(0, 160));
            """;

    /**
     * Targets smaller than 24 px (WCAG 2.2, 2.5.8) but links within sentences, and those with so much room that a circle of
     * 24 px around their middle touches no other target.
     */
    private static final String TOO_SMALL =
            """
            const inSentence = e => e.tagName === 'A' && getComputedStyle(e).display === 'inline'
                && e.parentElement.textContent.trim() !== e.textContent.trim();
            const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
                .filter(e => e.checkVisibility() && !e.classList.contains('skip'))
                .map(e => [e, e.getBoundingClientRect()]).filter(([e, box]) => box.width > 0);
            const gap = (at, low, high) => Math.max(low - at, 0, at - high);
            const crowded = (e, box) => all.some(([other, there]) => other !== e && Math.hypot(
                gap(box.x + box.width / 2, there.left, there.right), gap(box.y + box.height / 2, there.top, there.bottom)) < 12);
            return all.filter(([e, box]) => (box.height < 23.9 || box.width < 23.9) && !inSentence(e) && crowded(e, box))
                .slice(0, 5).map(([e, box]) => e.outerHTML.slice(0, 160) + ' is ' + Math.round(box.width) + ' by '
                    + Math.round(box.height));
            """;

    private static final String FROM_ELSEWHERE =
            """
            return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin + '/'));
            """;

    private Look() {}

    /** Everything that is wrong with the page, at the tab's width and in both colour schemes. */
    static List<String> at(Tab tab) {
        List<String> wrong = new ArrayList<>();
        tab.wide(1280, 960).prefers("light");
        if (tab.title().isBlank() || tab.title().startsWith(" ·")) {
            wrong.add("it has no title");
        }
        if (tab.all("h1").size() != 1) {
            wrong.add("it has " + tab.all("h1").size() + " headings of the first order");
        }
        tab.complaints().forEach(each -> wrong.add("the browser complains: " + each));
        if (tab.asks()) {
            wrong.add("it opened a dialog");
        }
        tab.<List<String>>script(FROM_ELSEWHERE).forEach(each -> wrong.add("it asks elsewhere: " + each));
        Axe.violations(tab).forEach(each -> wrong.add("axe, light: " + each));
        tab.<List<String>>script(TOO_SMALL).forEach(each -> wrong.add("too small to hit: " + each));
        tab.prefers("dark");
        Axe.violations(tab).forEach(each -> wrong.add("axe, dark: " + each));
        tab.prefers("light").wide(320, 640);
        tab.<List<String>>script(STICKS_OUT).forEach(each -> wrong.add("sticks out of 320 px: " + each));
        tab.wide(1280, 960);
        return wrong;
    }
}
