package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

/// What git's history adds to a site and to the commands.
class HistoryFactsTest {

    private static Site site() {
        String draft = Site.document("0001", "Keys by post");
        return Site.of(draft).commit("2024-03-01T10:00:00Z", "Ana Lima <ana@x.example>")
            .with(draft.replace("status: draft", "status: in-review")).commit("2024-03-11T10:00:00Z", "Bo <b@x.example>")
            .with(draft.replace("status: draft", "status: declined")).commit("2024-03-31T10:00:00Z", "Cy <c@x.example>");
    }

    @Test
    void aDecisionWithoutADateHasThatOfItsCommit() {
        try (Site site = site()) {
            site.build();
            assertTrue(site.page("ideas.json").contains("\"decided\":\"2024-03-31\""), site.page("ideas.json"));
            String stats = site.run("stats", "--format", "json", site.archive().toString()).out();
            assertTrue(stats.contains("\"medianDays\" : 30"), stats);
            assertTrue(stats.replaceAll("\\s", "").contains("\"daysInStatus\":{\"draft\":10,\"in-review\":20}"), stats);
            assertTrue(site.page("timeline.html").contains("In review") && site.page("timeline.html").contains("person/cy.html"));
        }
    }

    @Test
    void whatBeganDecidedHasNoDateOfItsOwn() {
        try (Site site = Site.of(Site.document("0001", "Keys by post").replace("status: draft", "status: declined")).commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            site.build();
            assertTrue(site.page("ideas.json").contains("\"decided\":null"), site.page("ideas.json"));
        }
    }

    /// It counts among the decisions in figures, too.
    @Test
    void whatWasSupersededWasDecidedWhenItWasApproved() {
        try (Site site = Site.of(Site.document("0001", "Keys by post")).commit("2024-03-01T10:00:00Z", "Ana <a@x>")
                .with(Site.document("0001", "Keys by post").replace("status: draft", "status: approved")).commit("2024-03-31T10:00:00Z", "Ana <a@x>")
                .with(Site.document("0001", "Keys by post").replace("status: draft", "status: superseded")).commit("2024-06-01T10:00:00Z", "Ana <a@x>")) {
            site.build();
            assertTrue(site.page("ideas.json").contains("\"decided\":\"2024-03-31\""), site.page("ideas.json"));
            assertTrue(site.page("insights/decisions-by-year.csv").contains("2024,1"), site.page("insights/decisions-by-year.csv"));
        }
        try (Site site = Site.of(Site.document("0001", "Keys by post").replace("status: draft", "status: superseded\nreviews: [{date: 2024-02-02, decision: approved}]"))) {
            site.build();
            assertTrue(site.page("ideas.json").contains("\"decided\":\"2024-02-02\""), site.page("ideas.json"));
        }
    }

    @Test
    void theCommandTellsWhatGitKnows() {
        try (Site site = site()) {
            CommandLineRun run = site.run("history", "0001", "--format", "json", site.archive().toString());
            String json = run.out().replaceAll("\\s+", " ");
            assertEquals(0, run.code(), run.err());
            assertTrue(json.startsWith("{ \"id\" : \"0001\", \"file\" : \"content/0001.md\", \"created\" : { \"date\" : \"2024-03-01\", \"author\" : \"Ana Lima\", \"commit\" : \""), json);
            assertTrue(json.contains("\"authors\" : [ \"Ana Lima\", \"Bo\", \"Cy\" ], \"revisions\" : 3, \"timeline\" : ["), json);
            assertTrue(json.contains("{ \"date\" : \"2024-03-31\", \"status\" : \"declined\", \"outcome\" : null, \"author\" : \"Cy\", \"commit\" : \""), json);
            assertTrue(json.endsWith("\"renames\" : [ ] }") || json.trim().endsWith("\"renames\" : [ ] }") || json.contains("\"renames\" : []"), json);
            assertTrue(site.run("history", "0002", site.archive().toString()).err().contains("there is no document 0002; did you mean 0001?"));
        }
    }

    @Test
    void mailAddressesAreNotPublished() {
        try (Site site = site()) {
            site.build();
            site.files().forEach((name, text) -> assertFalse(text.contains("x.example"), name));
        }
    }
}
