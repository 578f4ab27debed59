package org.clearlane.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deque's axe, let loose on the page a tab shows. */
final class Axe {

    private static final String SCRIPT = script();

    /** All rules that hold by themselves, and the size of targets (WCAG 2.2, 2.5.8), which does not. */
    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})
                .then(found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                    rule.id + ' (' + rule.help + ') at ' + node.target.join(' ') + ': ' + node.html.slice(0, 200)
                        + ' ' + (node.any.concat(node.all, node.none)[0] || {message: ''}).message))))
                .catch(failed => done(['axe itself failed: ' + failed]));
            """;

    private Axe() {}

    /** Everything axe holds against the page: the rule, the element, why. */
    static List<String> violations(Tab tab) {
        tab.script(SCRIPT);
        return tab.scriptLater(RUN);
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
