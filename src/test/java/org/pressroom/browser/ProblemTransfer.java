package org.pressroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;

import java.util.List;

/// What a question makes the page `tried.html` fetch in a browser that has nothing of it yet, or only what other questions made it
/// fetch, pages and their scripts apart, and for how long it keeps the page from answering.
///
/// @param files     of the problems, of the search for words, and of whole problems of what is shown
/// @param bytes     as they were sent
/// @param words     how many of them are of the search
/// @param wholes    how many of them are of whole problems
/// @param longTasks milliseconds of each stretch of more than 50 in which the page could not answer
public record ProblemTransfer(int files, long bytes, long words, long wholes, List<Number> longTasks) {

    private static final double PATIENCE = 60_000;
    private static final String FETCHED = """
        (folder) => performance.getEntriesByType("resource").filter(({ name }) => new RegExp("/(" + folder + ")/[^/]+$").test(name))
          .map(({ encodedBodySize }) => encodedBodySize)
        """;

    /// Asks about problems by pasting one after the other.
    ///
    /// @param address  of the site, with a final slash
    /// @param problems what the last of them makes the page fetch is told
    public static ProblemTransfer of(Browsers browsers, String address, String... problems) {
        try (BrowserContext context = browsers.browser().newContext()) {
            LongTasks.watch(context);
            Page page = context.newPage();
            page.navigate(address + "tried.html");
            for (String problem : problems) {
                if (!problem.equals(problems[0])) {
                    page.evaluate("performance.clearResourceTimings()");
                }
                page.locator("#q").fill(problem);
                assertThat(page.locator("#results[aria-busy=false][data-verdict]"))
                    .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            List<Number> sizes = fetched(page, "tried|search|api");
            return new ProblemTransfer(sizes.size(), sum(sizes), sum(fetched(page, "search")), sum(fetched(page, "api")), LongTasks.of(page));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Number> fetched(Page page, String folders) {
        return (List<Number>) page.evaluate(FETCHED, folders);
    }

    private static long sum(List<Number> sizes) {
        return sizes.stream().mapToLong(Number::longValue).sum();
    }
}
