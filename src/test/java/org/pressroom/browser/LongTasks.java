package org.pressroom.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import java.util.List;

/// For how long a page could not answer, as the browser itself tells it; and that it tells of many files.
final class LongTasks {

    private static final String WATCH = """
        window.longTasks = [];
        new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((task) => task.duration)))
          .observe({ type: "longtask", buffered: true });
        performance.setResourceTimingBufferSize(5000);
        """;

    private LongTasks() { }

    /// Watches every page that a context opens from now on.
    static void watch(BrowserContext context) {
        context.addInitScript(WATCH);
    }

    /// Milliseconds of each stretch of more than 50 in which a page that is watched could not answer.
    @SuppressWarnings("unchecked")
    static List<Number> of(Page page) {
        return (List<Number>) page.evaluate("longTasks");
    }
}
