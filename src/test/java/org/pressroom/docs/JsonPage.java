package org.pressroom.docs;

import org.jspecify.annotations.Nullable;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.json.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The page of what programs can read: the shapes of what a small archive, in which everything occurs that a field is for,
/// gives on its site and for `--format json`.
final class JsonPage {

    /// Fields that hold a mapping whose keys are no fields.
    private static final Map<String, String> FREE = Map.of("byStatus", "STATUS", "byOutcome", "OUTCOME", "byResult", "RESULT", "byYear", "YEAR",
        "daysInStatus", "STATUS", "reasons", "REASON", "timings", "STAGE");
    /// The same of what `adopt` counts, and of the facets of a search.
    private static final Map<String, String> FREE_TOO = Map.of("carriers", "FORM", "keys", "KEY", "statuses", "STATUS", "headings", "HEADING",
        "status", "STATUS", "outcome", "OUTCOME", "result", "RESULT", "year", "YEAR", "team", "TEAM");

    private final Site site;
    private final StringBuilder out = new StringBuilder("""
        ---
        summary: The shape of every JSON file of a site, and of what commands print for --format json.
        ---

        # JSON for programs

        `text`, `number`, `true or false` and `null` stand for values, `[…, …]` for a list of any length, and a word in capitals for keys that are words of your archive.
        Dates are texts such as `2027-06-30`. Schemas for what *you* write, `pressroom.yaml` and front
        matter, are [on every site](../how-to/write.md#help-from-your-editor).

        ## On the site
        """);

    private JsonPage(Site site) {
        this.site = site;
    }

    static String text() throws IOException {
        try (Site site = archive()) {
            return new JsonPage(site).page();
        }
    }

    private static Site archive() {
        Site site = Site.of(Site.document("0001", "Keys by post")).commit("2024-03-01T10:00:00Z", "Ana Lima <ana@example.com>");
        Site.git(site.archive(), Map.of(), "config", "user.name", "Ana Lima");
        Site.git(site.archive(), Map.of(), "config", "user.email", "ana@example.com");
        String first = site.archiveText("content/0001.md");
        site.write("content/0001.md", first.replace("status: draft", "status: in-review").getBytes(StandardCharsets.UTF_8)).commit("2024-03-10T10:00:00Z", "Ana Lima <ana@example.com>");
        site.remove("content/0001.md").write("content/0001-keys.md", first.replace("status: draft", """
            status: superseded
            summary: Keys come by post.
            authors: [Ana Lima]
            superseded-by: ["0002"]
            reviews: [{date: 2024-04-01, reviewers: [Jo Park], decision: approved, notes: Good.}]
            decision: {date: 2024-04-01, deciders: [Jo Park], reason: other, text: Good., link: "https://example.com/1"}
            outcome: launched
            result: met
            launch: 2025
            launched: 2025-01-02
            revisit: 2026-01-02
            prediction: {text: Nine of ten., by: 2025}
            actual: Nine of ten.
            criteria: {big-idea: yes}
            sponsor: Jo Park
            team: Keys
            customer: Tenants
            tags: [post]
            discussion: https://example.com/2
            tracking: https://example.com/3
            aliases: [old-keys]
            related: ["0003"]""").replace("### Customer quote", """
            ### Leader quote

            "We made people queue," said Ruth Okafor, head of lettings.

            ### Call to action

            TODO: say where.

            ### Customer quote""").getBytes(StandardCharsets.UTF_8)).commit("2024-04-02T10:00:00Z", "Ana Lima <ana@example.com>");
        return site.with(Site.document("0002", "Keys by post, again").replace("status: draft", "status: draft\nsupersedes: [\"0001\"]\nsize: ful") + """

            -- content/0003.md --
            ---
            id: "0003"
            title: A third
            status: declined
            decision: {date: 2024-04-01, deciders: [Jo], reason: too-small}
            ---

            As [the first](0001-keys.md), and [none](nowhere.md).
            -- content/0000-template.md --
            # TODO
            """).commit("2024-05-01T10:00:00Z", "Jo Park <jo@example.com>");
    }

    private String page() throws IOException {
        shape("`pressroom build`", List.of(), json(site.build("--format", "json")));
        String build = cut();
        shape("`ideas.json` has every idea, in a line each.", List.of(), json(site.page("ideas.json")));
        shape("`api/ID.json` has all of one idea.", List.of(), json(site.page("api/0001.json")), json(site.page("api/0002.json")), json(site.page("api/0003.json")));
        out.append("\n`schema/pressroom.schema.json` and `schema/front-matter.schema.json` are JSON Schemas.\n\n## From commands\n").append(build);
        String archive = site.archive().toString();
        shape("`pressroom check`. `edit` is the change that `--fix` makes; lines and columns begin with 1.", List.of("check", archive));
        shape("`pressroom outline`", List.of("outline", archive + "/content/0001-keys.md", archive + "/content/0002.md", archive + "/content/0003.md"));
        shape("`pressroom search`", List.of("search", "keys", archive), List.of("search", "parcel", archive));
        shape("`pressroom similar`", List.of("similar", "--file", archive + "/content/0003.md", archive), List.of("similar", "--file", archive + "/content/0002.md", archive));
        shape("`pressroom history`", List.of("history", "0001", archive), List.of("history", "0003", archive));
        shape("`pressroom stats`", List.of("stats", archive));
        shape("`pressroom explain`. Without a rule it is a list of these.", List.of("explain", "pr-problem-missing"));
        shape("`pressroom adopt`", List.of("adopt", "--dry-run", archive), List.of("adopt", archive));
        shape("`pressroom new`", List.of("new", "A fourth", "--yes", "--problem", "Every week tenants lose a morning to fetch a key.", "--dry-run", archive),
            List.of("new", "A fifth", "--yes", "--commit", archive));
        shape("`pressroom status`, `review`, `supersede` and `outcome`", List.of("status", "0002", "in-review", "--yes", archive), List.of("status", "0002", "revise", "--yes", "--commit", archive));
        shape("`pressroom publish`", List.of("publish", "--to", site.home().resolve("site.zip").toString(), "--dry-run", archive));
        // Whether this machine needs a fix is not for the page.
        shape("`pressroom doctor`", List.of("doctor", archive), Map.of("checks", List.of(Map.of("name", "", "state", "", "message", "", "fix", ""))));
        return out.toString();
    }

    /// Takes back what was written after the heading.
    private String cut() {
        int from = out.indexOf("## On the site\n") + "## On the site\n".length();
        String last = out.substring(from);
        out.setLength(from);
        return last;
    }

    private void shape(String sentence, List<String> command, List<String> same) throws IOException {
        shape(sentence, List.of(), json(run(command)), json(run(same)));
    }

    private void shape(String sentence, List<String> command, @Nullable Object... values) throws IOException {
        Map<String, String> free = new HashMap<>(FREE);
        free.putAll(FREE_TOO);
        JsonShape shape = new JsonShape(free);
        if (!command.isEmpty()) {
            shape.add(json(run(command)));
        }
        for (Object value : values) {
            shape.add(value);
        }
        out.append('\n').append(sentence).append(sentence.endsWith(".") ? "\n" : ":\n").append("\n```text\n").append(shape.text()).append("\n```\n");
    }

    private CommandLineRun run(List<String> command) {
        String[] arguments = new String[command.size() + 2];
        command.toArray(arguments);
        arguments[command.size()] = "--format";
        arguments[command.size() + 1] = "json";
        return site.run(arguments);
    }

    private static @Nullable Object json(CommandLineRun run) {
        return run.json();
    }

    private static @Nullable Object json(String text) throws IOException {
        return Json.read(text);
    }
}
