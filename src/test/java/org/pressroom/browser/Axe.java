package org.pressroom.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/// axe-core on a page: WCAG 2.2 A and AA and best practices, with the target size that axe leaves out unless asked.
public final class Axe {

    private static final String RUN = """
        axe.run({rules: {'target-size': {enabled: true}}}).then(r => r.passes.length < 10 ? 'axe did not run'
          : r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')).join('\\n'))""";

    private Axe() { }

    /// The violations, a line each with the elements; empty when there are none.
    public static String violations(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return (String) page.evaluate(RUN);
    }
}
