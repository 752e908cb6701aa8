package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pressroom.Site;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;
import org.pressroom.parse.Payloads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Pages whose documents attack them, in a real browser and without the policy that would stop an attack: the sanitiser alone
/// holds. Every payload stands in a text, and many in titles, summaries, names, tags, decisions, own keys and names of files; then
/// there are documents that were put together from pieces of them at random.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayloadsIT {

    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");
    private static final int A_DOCUMENT = 14;
    private static final int MIXED = 16;

    /// What may not be on any page, whether it ran or not.
    private static final String LOOK = """
        () => {
          const bad = [];
          if (window.__hit !== undefined) bad.push('ran');
          // The theme's, and what its pages load to answer a search; what an archive brings along stands elsewhere.
          const mine = s => ['assets/', 'search/', 'tried/'].some(folder => s.src.startsWith(location.origin + '/ideas/' + folder));
          for (const e of document.querySelectorAll('*')) {
            for (const a of e.attributes) {
              if (/^on/i.test(a.name) || /^(srcdoc|formaction|ping|style|background|srcset|poster)$/i.test(a.name)) bad.push(e.tagName + ' ' + a.name);
              if (/^(href|src|action|data|xlink:href)$/i.test(a.name) && e[a.localName] !== undefined) {
                // What is no address at all leads nowhere.
                const scheme = URL.canParse(a.value, document.baseURI) ? new URL(a.value, document.baseURI).protocol : 'https:';
                if (!/^(https?|mailto|tel):$/.test(scheme) && !/^data:image\\/(png|gif|jpeg|webp);base64,/.test(a.value)) bad.push(e.tagName + ' ' + a.value);
              }
            }
            if (/^(IFRAME|OBJECT|EMBED|BASE|APPLET|FRAME|PORTAL|MATH|TEMPLATE|VIDEO|AUDIO)$/i.test(e.tagName)) bad.push(e.tagName);
            if (/^(TEXTAREA|INPUT|BUTTON|FORM|SVG|STYLE|LINK|META)$/i.test(e.tagName) && e.closest('article')) bad.push(e.tagName + ' in the text');
            if (e.tagName === 'SCRIPT' && !mine(e) && e.type !== 'application/json') bad.push('a script ' + e.outerHTML);
          }
          if (document.querySelectorAll('main').length !== 1 || document.querySelectorAll('body > header').length > 1) bad.push('another frame');
          if (document.body.dataset.root === undefined) bad.push('another body');
          return bad;
        }""";

    private Site site;
    private Browsers browsers;
    private SiteServer server;
    private List<String> pages;

    @BeforeAll
    void build() throws IOException {
        site = Site.of("-- pressroom.yaml --\nkeys: {own: text}\n");
        List<String> payloads = Payloads.all();
        List<String> lines = Payloads.lines();
        for (int from = 0; from < payloads.size(); from += A_DOCUMENT) {
            StringBuilder text = new StringBuilder("# A plain title\n\n");
            for (int i = from; i < Math.min(payloads.size(), from + A_DOCUMENT); i++) {
                text.append("\n\n### Payload ").append(i).append("\n\n").append(payloads.get(i)).append("\n\nWords ").append(payloads.get(i).replace("\n", " ")).append(" and words.\n");
            }
            write("text-" + from, text.toString());
        }
        for (int i = 0; i < lines.size(); i += 12) {
            write("words-" + i, metadata(lines, i) + "\n## FAQ\n\n### " + lines.get(i) + "?\n\nAn answer.\n");
        }
        for (int seed = 0; seed < MIXED; seed++) {
            // With one a file is not text, and nothing of it is shown.
            write("mixed-" + seed, Payloads.mixed(seed, 60).replace('\0', ' '));
        }
        for (String name : List.of("\"><img src=x onerror=top.__hit=1>", "' onfocus=top.__hit=1 autofocus='", "<script>top.__hit=1<", "${top.__hit=1}")) {
            write(name, "# In a name\n\n[a](" + "text-0.md" + ") [gone](<" + name + "x.md>)\n");
        }
        site.build();
        try (Stream<Path> files = Files.walk(site.output())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                String html = Files.readString(file);
                Matcher policy = POLICY.matcher(html);
                assertTrue(policy.find(), file + " has no policy to take away");
                Files.writeString(file, policy.replaceAll(""));
            }
        }
        pages = site.files().keySet().stream().filter(page -> page.matches("ideas/.*\\.html|slides/text-[0-9]*0\\.html|[a-z]+\\.html|health/.*\\.html")).toList();
        browsers = Browsers.launch();
        server = SiteServer.of(site.output(), "/ideas/");
    }

    private void write(String name, String text) {
        site.write("content/" + name.replace("/", "∕") + ".md", text.getBytes(StandardCharsets.UTF_8));
    }

    /// Twelve payloads in values, each quoted as YAML wants it.
    private static String metadata(List<String> lines, int from) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            values.add("'" + lines.get((from + i) % lines.size()).replaceAll("[\\x00-\\x1F]", " ").replace("'", "''") + "'");
        }
        return """
            ---
            title: %s
            summary: %s
            status: %s
            tags: [%s, %s]
            authors: [%s]
            product: %s
            own: %s
            decision: {date: 2024-03-01, deciders: [%s], notes: %s}
            links: [%s]
            supersedes: [%s]
            ---
            """.formatted(values.toArray());
    }

    @AfterAll
    void stop() {
        server.close();
        browsers.close();
        site.close();
    }

    @Test
    void nothingRunsLoadsOrBreaksOut() {
        List<String> found = new ArrayList<>();
        assertTrue(pages.size() >= 60, pages.toString());
        try (BrowserContext context = browsers.browser().newContext()) {
            context.onRequest(request -> {
                if (!request.url().startsWith(server.address()) && !request.url().startsWith("data:")) {
                    found.add("loads " + request.url());
                }
            });
            Page page = context.newPage();
            page.onDialog((Dialog dialog) -> {
                found.add(page.url() + ": a dialog");
                dialog.dismiss();
            });
            page.onPageError(error -> found.add(page.url() + ": " + error));
            for (String address : pages) {
                page.navigate(server.address() + address.replace("%", "%25").replace("?", "%3F").replace("#", "%23"),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
                Object bad = page.evaluate(LOOK);
                if (!List.of().equals(bad)) {
                    found.add(address + ": " + bad);
                }
                assertEquals(server.address(), page.url().substring(0, server.address().length()), address);
            }
        }
        assertEquals(List.of(), found);
    }

    /// The look itself sees what it is there for.
    @Test
    void anAttackThatWorkedWouldBeSeen() {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(server.address() + "index.html");
            assertEquals(List.of(), page.evaluate(LOOK));
            page.evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x onerror=top.__hit=1><a href=javascript:1>t</a>')");
            page.waitForFunction("() => window.__hit === 1");
            assertEquals(List.of("ran", "IMG onerror", "A javascript:1"), page.evaluate(LOOK));
        }
    }
}
