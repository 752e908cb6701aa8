package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.SchemaCheck;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The configurations in `src/docs/examples/`, on small archives of the form that each is for.
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("src/docs/examples");

    private static Path example(String name) {
        return EXAMPLES.resolve(name).toAbsolutePath();
    }

    private static List<String> rules(CommandLineRun run) {
        return run.findings().stream().map(finding -> finding.get("rule") + " " + finding.get("file") + " " + finding.get("severity")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"swift-evolution.yaml", "house-template.yaml"})
    void anExampleIsValidAgainstTheSchema(String name) throws IOException {
        assertEquals(List.of(), new SchemaCheck(Schemas.reader().schema()).faults(Files.readString(example(name))));
    }

    private static final String PROPOSALS = """
        -- proposals/0007-counted-loops.md --
        # Loops that count

        * Proposal: [LE-0007](0007-counted-loops.md)
        * Authors: [Ida Holm](https://example.org/ida) and [Per Lind (@pel)](https://example.org/per)
        * Review Manager: [Una Berg](https://example.org/una)
        * [Sketch](https://example.org/sketch)
        * Status: **Implemented (Loom 2.1)**
        * Implementation: [loom#12](https://example.org/12), [loom#13](https://example.org/13)

        ## Introduction

        A loop that counts by itself.

        ## Motivation and background

        Every third loop in our code counts by hand and is off by one.

        ### How often

        Of 300 loops, 41.

        ## Proposed solution

        The loop has a counter.

        ## FAQ

        ### What does it cost?

        One word.
        -- proposals/0008-silent-casts.md --
        # Silent casts

        * Author: Per Lind
        * Status: **Active review (May 3...May 17)**

        ## Introduction

        Casts without a word.
        -- proposals/0009-goto.md --
        # Jumps

        * Author: Per Lind
        * Status: **Rejectd**

        ## Introduction

        Jumps.

        ## Motivation

        None.
        """;

    @Test
    void anArchiveOfLanguageProposalsIsReadByItsConfiguration() throws IOException {
        try (Site site = Site.of(PROPOSALS)) {
            String config = example("swift-evolution.yaml").toString();
            assertEquals(List.of("part-missing proposals/0008-silent-casts.md info", "meta-unknown-value proposals/0009-goto.md error",
                // What it leaves out is a file of the real archive.
                "config-exclude-unused swift-evolution.yaml warning"), rules(site.check("--format", "json", "--config", config, "--content", "proposals")));
            site.build("--config", config, "--content", "proposals");
            String page = site.page("ideas/le-0007.html");
            assertTrue(page.contains("Loom 2.1") && page.contains("tone-status-4"), page);
            assertTrue(page.contains("<div class=\"heading-line role-problem\" data-part=\"motivation\">"), page);
            assertTrue(page.contains("<bdi>Ida Holm</bdi></a> and <a href=\"../person/per-lind.html\"><bdi>Per Lind</bdi></a>"), page);
            assertTrue(page.contains("<a href=\"https://example.org/13\" rel=\"noopener noreferrer\">loom#13</a>"), page);
            assertFalse(page.contains("not a PR/FAQ") || page.contains("class=\"section release\"") || page.contains("<details id="), page);
            assertTrue(site.page("ideas.html").contains("tone-in-review"));
            String style = site.files().entrySet().stream().filter(f -> f.getKey().matches("assets/site\\..*\\.css")).findFirst().orElseThrow().getValue();
            assertTrue(style.contains(".tone-status-4 { --fg: #ffffff; --bg: #0f5257;"), style);
            assertEquals("Every third loop in our code counts by hand and is off by one.\n\nOf 300 loops, 41.", problemOf("LE-0007", site));
            assertTrue(site.run("search", "300", "--config", config, "--content", "proposals", site.archive().toString()).out()
                .contains("ideas/le-0007.html#how-often"));
        }
    }

    @SuppressWarnings("unchecked")
    private static Object problemOf(String id, Site site) throws IOException {
        List<Map<String, Object>> ideas = (List<Map<String, Object>>) Objects.requireNonNull(Json.read(site.page("ideas.json")));
        return Objects.requireNonNull(ideas.stream().filter(idea -> id.equals(idea.get("id"))).findFirst().orElseThrow().get("problem"));
    }

    @Test
    void aHouseTemplateHasTwoKindsOfDocuments() {
        try (Site site = Site.of(Site.document("0001", "Keys by post").replace("status: draft", "status: draft\nteam: Lettings") + """
                -- content/rfc/7-one-queue.md --
                ---
                title: One queue
                status: agreed in the round of May
                authors: [Ana Lima]
                reviewers: ["Jo Park <jo@example.org>"]
                Meeting: minutes at https://example.org/minutes/4.
                expires: 2027-Q2
                ---

                # One queue

                **Context.** Letters wait in four queues.

                ## Decision

                One queue.

                ## Folgen

                If it stands still, all do.

                ## Questions from operations

                ### Who watches it?

                The night shift.
                -- content/rfc/8-two-queues.md --
                ---
                title: Two queues
                status: draft
                authors: [Ana Lima]
                ---

                # Two queues

                ## Context

                One is not enough.

                ## Decision

                -- content/rfc/9-none.md --
                ---
                title: No queue
                status: approved
                ---

                ## Context

                Queues are long.

                ## Decision

                None.

                ## Trade-offs

                Chaos.
                """)) {
            site.write("pressroom.yaml", read("house-template.yaml"));
            assertEquals(List.of("part-missing content/0001.md warning", "part-missing content/0001.md warning",
                "part-missing content/rfc/8-two-queues.md warning", "part-missing content/rfc/8-two-queues.md warning",
                "meta-missing-field content/rfc/9-none.md error", "meta-unknown-value content/rfc/9-none.md error"),
                rules(site.check("--format", "json")).stream().filter(rule -> !rule.endsWith("info")).toList());
            site.build();
            String page = site.page("ideas/rfc-7.html");
            assertTrue(page.contains("Accepted") && page.contains("in the round of May"), page);
            assertTrue(page.contains("data-part=\"context\"") && page.contains("data-part=\"consequences\""), page);
            assertTrue(page.contains("Who watches it?</summary>"), page);
            assertTrue(page.contains("<a href=\"https://example.org/minutes/4\""), page);
            assertTrue(page.contains("Jo Park") && !page.contains("jo@example.org") && page.contains("2027-Q2"), page);
            assertTrue(site.page("ideas/0001.html").contains("class=\"section release\""));
        }
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(example(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void schemasArePublishedWithTheSite() throws IOException {
        try (Site site = Site.of(PROPOSALS)) {
            site.build("--config", example("swift-evolution.yaml").toString(), "--content", "proposals");
            SchemaCheck configuration = new SchemaCheck(schema(site, "schema/pressroom.schema.json"));
            SchemaCheck frontMatter = new SchemaCheck(schema(site, "schema/front-matter.schema.json"));
            assertEquals(List.of(), configuration.faults("site: {name: A}"));
            assertEquals(List.of(), frontMatter.faults("{title: A, status: Implemented (Loom 2), Review Manager: Una}"));
            assertFalse(frontMatter.faults("{title: A, status: draft}").isEmpty());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> schema(Site site, String address) throws IOException {
        return (Map<String, Object>) Objects.requireNonNull(Json.read(site.page(address)));
    }
}
