package org.pressroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Somebody at the search page of a site whose browser has nothing of it yet: what each query makes it fetch, as the browser
/// itself counts it, and for how long it keeps the page from answering.
public final class SearchTransfer implements AutoCloseable {

    private static final double PATIENCE = 60_000;
    private static final String FETCHED = """
        () => performance.getEntriesByType("resource").filter(({ name }) => /[/]search[/][^/]+[.]js/.test(name))
          .map(({ name, startTime, responseEnd, encodedBodySize }) => ({ name, startTime, responseEnd, encodedBodySize }))
        """;

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private int seen;

    /// What a query made the browser fetch of the index.
    ///
    /// @param bytes as they were sent
    /// @param steps the longest chain of files each of which was asked for when the one before it had come
    /// @param hits  how many are shown
    public record Query(String query, int files, long bytes, int steps, int hits, int total) { }

    /// @param address of the site, with a final slash
    public SearchTransfer(Browsers browsers, String address) {
        context = browsers.browser().newContext(new Browser.NewContextOptions());
        LongTasks.watch(context);
        page = context.newPage();
        this.address = address;
    }

    /// Opens the search page with a query, as a link to a search does.
    public Query open(String query) {
        page.navigate(address + "search.html?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        return answered(query);
    }

    /// Replaces what is in the field.
    public Query replace(String query) {
        page.locator("#q").fill(query);
        return answered(query);
    }

    /// Types a query letter by letter into the empty field.
    public Query type(String query, double pause) {
        page.locator("#q").fill("");
        page.locator("#q").pressSequentially(query, new Locator.PressSequentiallyOptions().setDelay(pause));
        return answered(query);
    }

    private Query answered(String query) {
        Locator results = page.locator("#results[aria-busy=false][data-total]");
        assertThat(results).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        List<Fetched> all = fetched();
        List<Fetched> mine = all.subList(seen, all.size());
        seen = all.size();
        return new Query(query, mine.size(), mine.stream().mapToLong(Fetched::bytes).sum(), steps(mine),
            page.locator("#results > li").count(), Integer.parseInt(results.getAttribute("data-total")));
    }

    /// Milliseconds of each stretch of more than 50 in which the page could not answer, since it was opened.
    public List<Number> longTasks() {
        return LongTasks.of(page);
    }

    /// The words of some that look for themselves, and not for another form.
    @SuppressWarnings("unchecked")
    public List<String> plain(List<String> words) {
        return (List<String>) page.evaluate("""
            (words) => words.filter((word) => {
              const found = PressroomSearch.analyze(word);
              return found.length === 1 && found[0].term === word;
            })""", words);
    }

    private record Fetched(double start, double end, long bytes) { }

    private List<Fetched> fetched() {
        return ((List<?>) page.evaluate(FETCHED)).stream().map(entry -> {
            Map<?, ?> fields = (Map<?, ?>) entry;
            return new Fetched(number(fields, "startTime"), number(fields, "responseEnd"), (long) number(fields, "encodedBodySize"));
        }).toList();
    }

    private static double number(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static int steps(List<Fetched> fetched) {
        List<Fetched> byStart = fetched.stream().sorted(Comparator.comparingDouble(Fetched::start)).toList();
        int[] steps = new int[byStart.size()];
        int most = 0;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = 1;
            for (int before = 0; before < i; before++) {
                if (byStart.get(before).end <= byStart.get(i).start) {
                    steps[i] = Math.max(steps[i], steps[before] + 1);
                }
            }
            most = Math.max(most, steps[i]);
        }
        return most;
    }

    @Override
    public void close() {
        context.close();
    }
}
