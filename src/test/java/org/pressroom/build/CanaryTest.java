package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.parse.RestrictedHeaders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A word of its own in every place of which nothing may come out, and one build of all of them: each file that is written is
/// searched, the shards of the search unpacked. Whoever adds a carrier or an output adds a place here.
class CanaryTest {

    private static final Pattern CANARY = Pattern.compile("zq[a-z]{3}yx", Pattern.CASE_INSENSITIVE);
    private static final String ANN = "Ann <ann@x.example>";

    private final Map<String, String> planted = new LinkedHashMap<>();

    /// A word that must not come out.
    private String canary(String place) {
        int n = planted.size();
        String word = "zq" + (char) ('a' + n / 676) + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26) + "yx";
        planted.put(word, place);
        return word;
    }

    /// A document restricted as anybody would write it, with a word in each place that it has.
    private String restricted(String path) {
        return """
            -- content/%s --
            ---
            id: "%s-77"
            title: Project %s
            summary: %s sings.
            status: approved
            outcome: launched
            result: met
            authors: ["%s Doe <%s@x.example>"]
            sponsor: %s Roe
            team: %s
            customer: %s
            tags: [%s]
            created: 2024-03-01
            launch: 2025-Q1
            launched: 2025-03-01
            reviews: [{date: 2024-03-20, reviewers: [%s Poe], decision: revise, notes: %s}]
            decision: {date: 2024-04-01, deciders: [%s], text: "%s it is", link: "https://%s.example/"}
            prediction: {text: %s, by: 2028}
            actual: %s
            supersedes: ["0001"]
            related: ["0001", "%s"]
            aliases: [old/%s.html]
            discussion: "https://%s.example/d"
            tracking: "https://%s.example/t"
            visibility: restricted
            x-own: {deep: [%s]}
            %s: misspelt
            ---

            # %s

            *%s subheading*

            ## Press release

            *%s, 1 June 2027*

            ### Problem

            Every week 140 tenants lose a morning to fetch a key from the office of %s. ![%s](%s.svg "%s") [%s](nowhere-%s.md) `%s` TODO %s.[^1]

            > "%s," said a tenant.

            | a | %s |
            |---|---|
            | b | c |

            ```
            %s
            ```

            <details><summary>Why %s?</summary>

            %s

            </details>

            [^1]: %s

            <!-- pressroom: allow pr-hype-words %s -->

            ## FAQ

            ### What is %s?

            %s
            """.replace("%s", "\0").replaceFirst("\0", Matcher.quoteReplacement(path)).transform(this::fill);
    }

    private String fill(String text) {
        StringBuilder filled = new StringBuilder();
        String[] parts = text.split("\0", -1);
        for (int i = 0; i < parts.length; i++) {
            filled.append(parts[i]);
            if (i < parts.length - 1) {
                filled.append(canary("restricted document: " + parts[i].strip().lines().reduce((_, b) -> b).orElse("")));
            }
        }
        return filled.toString();
    }

    /// A published document that leads to the restricted one in every form of a link; the words must go.
    private String linking(String hidden, String folder, String old, String spaced, String formerlyOpen) {
        List<String> targets = List.of(hidden, "./" + hidden, "../content/" + hidden, "/content/" + hidden, "../../content/" + hidden, hidden + "#x", hidden + "?a=b", "<" + hidden + ">",
            hidden.toUpperCase(Locale.ROOT), hidden.replace("-", "%2D"), hidden.replace("-", "%252D"), hidden.replace(".md", ".html"), hidden.replace(".md", ""), "old/" + hidden, old,
            "https://git.example/ideas/blob/main/content/" + hidden, "https://git.example/ideas/edit/v1/content/" + hidden + "?plain=1", "https://elsewhere.example/r/-/raw/x/content/" + hidden,
            "file:///home/me/ideas/content/" + hidden, folder.replace('\\', '/'));
        StringBuilder text = new StringBuilder("-- content/0003-links.md --\n---\nid: \"0003\"\ntitle: Links\nstatus: declined\ncreated: 2024-03-01\n"
            + "related: [" + hidden + ", content/" + hidden + ", \"0001\", \"[" + canary("words in related") + "](" + hidden + ")\"]\nsupersedes: [" + hidden.replace(".md", "") + "]\n"
            + "spec: \"[" + canary("own key of type text") + "](" + hidden + ")\"\nlinks: [\"<a href='" + hidden + "'>" + canary("own key of type list") + "</a>\"]\n"
            + "x-note: {deep: [\"[[" + hidden + "|" + canary("wiki link in an x- key") + "]]\"], " + hidden + ": key}\n"
            + "x-forms: [\"[" + canary("full reference in metadata") + "][z]\", \"[" + canary("nested brackets by reference") + " [b] c][ Z ]\", \"![" + canary("image by reference in metadata") + "][z]\", \"[cz]\","
            + " \"[" + canary("definition in a value") + "][own]\\n\\n[own]: " + hidden + " '" + canary("title of a definition in a value") + "'\", \"[" + canary("angle brackets") + "](<" + spaced + ">)\","
            + " \"[" + canary("percent-encoded") + "](" + spaced.replace(" ", "%20") + ")\", \"bare " + spaced + " there\", \"**" + hidden + "**\", \"計画は" + hidden + "を\", \"“" + hidden + "”\", \"<" + hidden + ">\","
            + " \"[" + canary("markdown's escapes") + "](" + hidden.replace("-", "\\\\-") + ")\", \"[" + canary("entities") + "](" + hidden.replace("-", "&#45;") + ")\", \"<a href='" + spaced + "'>" + canary("spaces in href") + "</a>\","
            + " \"<a href='" + hidden.replace("-", "&#45;") + "'>" + canary("entities in href") + "</a>\", \"[[" + spaced.replace(".md", "") + "|" + canary("wiki link with spaces") + "]]\", \"[" + canary("capitals") + "](" + hidden.toUpperCase(Locale.ROOT) + ")\","
            + " \"https://dev.example/o/_git/r?path=/content/" + hidden + "\", \"https://docs.example/#/content/" + hidden.replace(".md", "") + "\", \"" + formerlyOpen + "\", \"[" + canary("former name of an excluded file, in metadata") + "](" + formerlyOpen + ")\"]\n"
            + "reviews: [{date: 2024-04-01, reviewers: [X Y], decision: revise, notes: \"See ![" + canary("review notes") + "](" + hidden + " 't'), and " + hidden + "\"}]\n"
            + "decision: {date: 2024-05-01, deciders: [X Y], reason: too-small, text: \"[" + canary("decision text") + "](./" + hidden + ")\", link: \"https://git.example/ideas/blob/main/content/" + hidden + "\"}\n"
            + "prediction: {text: \"[" + canary("prediction") + "](" + hidden + ")\", by: 2028}\nactual: \"[" + canary("actual") + "](" + hidden + "#a)\"\n"
            + "summary: \"About [" + canary("summary") + "](" + hidden + ")\"\ndiscussion: " + hidden + "\n---\n\n# Links\n\n## Press release\n\n");
        for (String target : targets) {
            text.append("Words of a link: [").append(canary("link to " + target)).append("](").append(target).append(").\n\n");
        }
        text.append("Image ![").append(canary("image")).append("](").append(hidden).append(") and [![").append(canary("image in a link")).append("](a.png)](").append(hidden).append(").\n\n")
            .append("[").append(canary("full reference")).append("][z], [").append(canary("emphasis in a reference")).append(" *").append(canary("emphasis")).append("*][Z].\n\n")
            .append("<a href=\"").append(hidden).append("\">").append(canary("inline a")).append("</a> <A HREF='").append(hidden).append("'>").append(canary("inline A")).append("</A>.\n\n")
            .append("<https://git.example/ideas/blob/main/content/").append(hidden).append("> and https://git.example/ideas/blob/main/content/").append(hidden).append(" bare.\n\n")
            .append("<p><a href=\"").append(hidden).append("\">").append(canary("a in a block")).append("</a> <img src=\"").append(hidden).append("\" alt=\"").append(canary("img in a block")).append("\"></p>\n\n")
            .append("<a href=\"").append(hidden).append("\">\n\n").append(canary("a around blocks")).append("\n\n</a>\n\n")
            .append("| a | [").append(canary("table cell")).append("](").append(hidden).append(") |\n|---|---|\n| b | c |\n\n- [").append(canary("list item")).append("](").append(hidden).append(")\n\n")
            .append("> [").append(canary("quotation")).append("](").append(hidden).append(")\n\nNote.[^1]\n\n[^1]: [").append(canary("footnote")).append("](").append(hidden).append(")\n\n")
            .append("## FAQ\n\n### What of [").append(canary("question")).append("](").append(hidden).append(")?\n\nNothing.\n\n**Why [").append(canary("bold question")).append("](").append(hidden)
            .append(")?**\n\nNothing.\n\n<details><summary>Why <a href=\"").append(hidden).append("\">").append(canary("summary of details")).append("</a>?</summary>\n\nBecause.\n\n</details>\n\n")
            .append("[[").append(hidden).append("|").append(canary("wiki link")).append("]] [[").append(spaced.replace(".md", "")).append("|").append(canary("wiki link to a name with spaces"))
            .append("]] bare ").append(hidden).append(" and ").append(spaced).append(" and *").append(hidden.replace(".md", ".html")).append("*, [").append(canary("address with spaces")).append("](<").append(spaced)
            .append(">) [").append(canary("address with spaces alone")).append("](").append(spaced).append(") [").append(canary("definition with spaces")).append("][sp] [").append(canary("path in a query"))
            .append("](https://dev.example/o/_git/r?path=%2Fcontent%2F").append(hidden).append(").\n\n[sp]: <").append(spaced).append("> \"").append("t\"\n\n")
            .append("[").append(canary("former name of an excluded file")).append("](").append(formerlyOpen).append(") ").append(formerlyOpen).append("\n\n[cz]: ").append(hidden).append("\n")
            .append("[z]: ").append(hidden).append(" \"").append(canary("title of a definition")).append("\"\n");
        return text.toString();
    }

    private static String inflated(String script) {
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(Base64.getDecoder().decode(script.substring(script.indexOf(",\"") + 2, script.lastIndexOf('"'))));
            while (!inflater.finished() && !inflater.needsInput()) {
                out.write(buffer, 0, inflater.inflate(buffer));
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /// Everything that a build writes, shards unpacked.
    private static Map<String, String> output(Site site) {
        Map<String, String> output = new TreeMap<>();
        site.files().forEach((address, text) -> output.put(address,
            address.matches("(?:search|tried)/.*\\.js") && text.contains(",\"") ? inflated(text) : text));
        return output;
    }

    /// Which canaries a text holds, with their places.
    private Map<String, String> leaks(String where, String text) {
        Map<String, String> leaks = new TreeMap<>();
        Matcher m = CANARY.matcher(text);
        while (m.find()) {
            String word = m.group().toLowerCase(Locale.ROOT);
            if (planted.containsKey(word)) {
                leaks.put(planted.get(word) + " (" + word + ")", where + ": …" + text.substring(Math.max(0, m.start() - 60), Math.min(text.length(), m.end() + 20)));
            }
        }
        return leaks;
    }

    @Test
    void noneOfThemComesOut() {
        String name = canary("file name of the restricted document");
        String hidden = "77-" + name + ".md";
        String old = "6-" + canary("former file name") + ".md";
        String open = Site.document("0001", "Keys with zpopenyx").replace("status: draft", "status: in-review\nteam: zpopenyx\ntags: [zpopenyx]\nauthors: [Ann Zpopenyx]\naliases: [was/zpopenyx.html]\nreviews: [{date: 2024-04-01, reviewers: [Ann Zpopenyx], decision: revise}]\nrevisit: 2027-05-05\nlaunch: 2027-06-01")
            .replace("The lock is changed", "The zpopenyx lock is changed").replace("Every week 140 tenants", "Every week 140 zpopenyx tenants");
        Site site = Site.of("-- pressroom.yaml --\nexclude: [attic]\nkeys: {spec: text, links: list}\nsource-url: https://git.example/ideas/blob/{ref}/{path}\nbaseline: known.json\n"
            + "-- known.json --\n{\"version\": 1, \"findings\": [{\"rule\": \"pr-missing\", \"file\": \"content/" + canary("baseline entry") + ".md\", \"fingerprint\": \"0000\", \"message\": \"" + canary("message of a baseline entry") + "\", \"count\": 1}]}\n"
            + open);
        String secret = restricted(hidden);
        String spaced = "my spaced " + canary("file name with spaces") + ".md";
        String formerlyOpen = "8-" + canary("former name of an excluded file") + ".md";
        String excludedLater = "-- content/" + formerlyOpen + " --\n# Excluded later\n\nWords enough for git to see that it is the same file as it was under its other name.\n";
        site.with("-- content/" + spaced + " --\n---\nvisibility: restricted\n---\n# Spaced\n").with(excludedLater);
        try (site) {
            site.with(secret.replace("-- content/" + hidden, "-- content/" + old)).commit("2024-03-01T10:00:00Z", ANN);
            // A past that was restricted, and one that lay where nothing is read.
            String past = Site.document("0005", "Lamps");
            site.with(past.replace("status: draft", "status: draft\nvisibility: restricted\nteam: " + canary("team of a restricted past")).replace("The lock", canary("text of a restricted past") + " The lock")
                    .replace("content/0005", "content/" + canary("path of a restricted past")))
                .with(Site.document("0006", "Boats").replace("The lock", canary("text of a past below an excluded folder") + " The lock").replace("content/0006", "content/attic/0006"))
                .with(Site.document("0007", "Trams").replace("# Trams", "# Trams\n\n**Visibility:** restricted\n\n" + canary("text of a past under a bold line")))
                .commit("2024-03-02T10:00:00Z", canary("author of a restricted past") + " <" + canary("mail of a restricted past") + "@x.example>");
            site.remove("content/" + planted.entrySet().stream().filter(e -> e.getValue().equals("path of a restricted past")).findFirst().orElseThrow().getKey() + ".md")
                .remove("content/attic/0006.md").remove("content/" + old);
            site.with(past).remove("content/" + formerlyOpen).with(excludedLater.replace("content/8-", "content/attic/9-"))
                .with(Site.document("0008", "Links").replace("The lock", "See [" + canary("link to a former name in a revision") + "](" + formerlyOpen + "). The lock")).with(Site.document("0006", "Boats")).with(Site.document("0007", "Trams")).with(secret).commit("2024-03-03T10:00:00Z", ANN);
            site.with(past.replace("The lock", "See [" + canary("link in a revision") + "](" + hidden + "). The lock")).commit("2024-03-04T10:00:00Z", ANN);
            site.with(Site.document("0008", "Links").replace("The lock", "The old lock")).with(past.replace("The lock", "The new lock")).with(open.replace("at our cost", "at our own zpopenyx cost")).commit("2024-03-05T10:00:00Z", ANN);
            site.with(linking(hidden, "..\\ideas\\" + hidden, old, spaced, formerlyOpen));
            List<String> forms = RestrictedHeaders.RESTRICTED;
            for (int i = 0; i < forms.size(); i++) {
                site.write("content/forms/" + (1000 + i) + "-" + canary("file name, form " + i) + ".md",
                    (forms.get(i) + "\n\nText of " + canary("text under form " + i + " " + forms.get(i).lines().limit(5).toList()) + ".\n").getBytes(StandardCharsets.UTF_8));
            }
            List<String> shown = RestrictedHeaders.OPEN;
            for (int i = 0; i < shown.size(); i++) {
                site.write("content/shown/" + (3000 + i) + ".md", (shown.get(i) + "\n\nShown.\n").getBytes(StandardCharsets.UTF_8));
            }
            site.with("-- content/attic/" + canary("excluded file") + ".md --\n# " + canary("excluded title") + "\n-- content/attic/" + canary("excluded picture") + ".svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"
                + "-- pages/" + canary("own page") + ".md --\n---\nvisibility: restricted\n---\n# " + canary("title of an own page") + "\n-- pages/own.md --\n# Own [" + canary("link on an own page") + "](../content/" + hidden + ")\n"
                + "-- content/list.md --\n# List\n\n- Status: draft\n- Notes: [" + canary("link in a list of metadata") + "](" + hidden + ")\n- Related: [" + canary("related in a list") + "](" + hidden + ")\n\nWords of the document.\n"
                + "-- content/" + canary("picture of a restricted document") + ".csv --\n1\n");
            site.write("content/" + canary("file name of UTF-16") + ".md", ("---\nvisibility: restricted\n---\n" + canary("text in UTF-16")).getBytes(StandardCharsets.UTF_16));
            site.write("content/" + canary("file name of Latin-1") + ".md", ("# T\n\n**Visibility:** restricted\n\nFür " + canary("text in Latin-1")).getBytes(StandardCharsets.ISO_8859_1));
            site.write("content/" + canary("file name of a text with NUL") + ".md", ("visibility: restricted\n\0" + canary("text with NUL")).getBytes(StandardCharsets.UTF_8));
            misnamed(site.archive().resolve("content"), canary("misnamed file"), canary("text of a misnamed file"));
            misnamed(site.archive().resolve("content/attic"), canary("misnamed excluded file"), canary("text of a misnamed excluded file"));

            CommandLineRun run = site.build("--base-url", "https://ideas.example.com/");
            assertTrue(run.code() <= 1, run.err());
            Map<String, String> output = output(site);
            Map<String, String> leaks = new TreeMap<>();
            output.forEach((address, text) -> {
                leaks.putAll(leaks("an address", address));
                leaks.putAll(leaks(address, text));
            });
            leaks.putAll(leaks("standard output", run.out()));
            leaks.putAll(leaks("standard error", run.err()));
            for (String command : List.of("stats", "search")) {
                List<String> line = new ArrayList<>(List.of(command, "--format", "json"));
                if (command.equals("search")) {
                    line.add("silent");
                }
                line.add(site.archive().toString());
                CommandLineRun other = site.run(line.toArray(String[]::new));
                leaks.putAll(leaks(command, other.out() + other.err()));
            }
            assertEquals(Map.of(), leaks);
            assertTrue(planted.size() >= 150, planted.size() + " canaries");

            // What is open is found in each kind of output, so the search above finds what there is.
            TreeSet<String> kinds = new TreeSet<>();
            output.forEach((address, text) -> {
                if ((address + text).toLowerCase(Locale.ROOT).contains("zpopenyx")) {
                    kinds.add(address.replaceAll("^([a-z]+)/.*?(\\.[a-z]+)$", "$1/*$2"));
                }
            });
            assertTrue(kinds.containsAll(List.of("ideas/*.html", "slides/*.html", "raw/*.md", "api/*.json", "diff/*.html", "ideas.json", "ideas.html", "feed.xml", "dates.ics", "team/*.html", "tag/*.html",
                "person/*.html", "search/*.js", "tried/*.js", "sitemap.xml", "_redirects")), kinds.toString());
            for (int i = 0; i < shown.size(); i++) {
                assertTrue(output.containsKey("ideas/" + (3000 + i) + ".html"), "not published: " + shown.get(i));
            }
            // Their authors learn of everything but what is excluded.
            String told = site.check().out();
            assertTrue(told.contains(hidden) && told.contains("the name of the file is not UTF-8"), told);
        }
    }

    /// A file whose name is no UTF-8, which Java can't write.
    private static void misnamed(Path folder, String name, String text) {
        try {
            new ProcessBuilder("sh", "-c", "mkdir -p \"$1\"; printf -- '---\\nvisibility: restricted\\n---\\n%s\\n' \"$3\" > \"$1/$2$(printf '\\377').md\"", "sh", folder.toString(), name, text).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
