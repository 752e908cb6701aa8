package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Mail addresses in every place where somebody is named, none of which may be in any file of a site.
class MailCanaryTest {

    private static final String HOST = "vexmail.example";

    private static String idea(String id, String metadata) {
        return Site.document(id, "Keys " + id).replace("status: draft\n", "status: draft\n" + metadata);
    }

    private static void assertNowhere(Site site) throws Exception {
        int shards = 0;
        for (var file : site.files().entrySet()) {
            String text = new String(file.getValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            assertFalse(file.getKey().contains("vexmail"), file.getKey());
            assertFalse(text.contains("vexmail"), () -> file.getKey() + ": " + text.substring(Math.max(0, text.indexOf("vexmail") - 80), text.indexOf("vexmail") + 20));
            if (file.getKey().startsWith("search/")) {
                assertFalse(RestrictedTest.inflated(file.getValue()).contains("vexmail"), file.getKey());
                shards++;
            }
        }
        assertTrue(shards > 1);
    }

    @Test
    void noneOfTheMetadataIsPublished() throws Exception {
        String metadata = """
            authors: ["a1@HOST", "Bob (a2@HOST)", "a3@HOST (Cy)", "Dee a4@HOST", "\\"Eve Ray\\" <a5@HOST>", "<a6@HOST>", "mailto:a7@HOST", "a8%40HOST", "a9&#64;HOST", "a10＠HOST"]
            sponsor: "a11@HOST"
            team: "Homes (a12@HOST)"
            customer: "a13@HOST"
            tags: ["a14@HOST", keys]
            summary: "Ask a15@HOST."
            reviews: [{date: 2024-03-20, reviewers: ["a16@HOST"], decision: revise, notes: "says a17@HOST"}]
            decision: {date: 2024-05-01, deciders: ["a18@HOST"], text: "by a19@HOST", link: "mailto:a20@HOST"}
            discussion: "mailto:a21@HOST"
            tracking: "ssh://a22@HOST/x"
            prediction: {text: "a23@HOST", by: 2025}
            actual: "a24@HOST"
            aliases: ["a25@HOST"]
            related: ["a26@HOST"]
            supersedes: ["a27@HOST"]
            host: ["a28@HOST"]
            note: "a29@HOST"
            things: ["a30@HOST"]
            x-any: {"a31@HOST": ["a32@HOST", {deep: "a33@HOST"}]}
            x-a34@HOST: 1
            """.replace("HOST", HOST);
        try (Site site = Site.of("-- pressroom.yaml --\nkeys: {host: people, note: text, things: list}\n" + idea("0001", metadata)
                + idea("0002", "outcome: \"a35@" + HOST + "\"\nresult: a36@" + HOST + "\ncreatd: a37@" + HOST + "\n")
                + "-- content/0003.md --\n# Keys\n\n| Status | draft |\n|---|---|\n| Authors | a38@" + HOST + ", Flo (a39@" + HOST + ") |\n\nText of it.\n")
                .commit("2024-03-01T10:00:00Z", "Ana Lima <ana@" + HOST + ">")
                .with(idea("0001", metadata.replace("a11@", "a40@").replace("a13@", "a41@")).replace("at our cost", "at their cost")).commit("2024-04-01T10:00:00Z", "Ana Lima <ana@" + HOST + ">")) {
            site.build("--base-url", "https://ideas.example/");
            assertNowhere(site);
            assertTrue(site.files().containsKey("diff/0001/2.html"));
            assertTrue(site.page("raw/0001.md").contains("authors: [\"a1\", \"Bob\", \"a3 (Cy)\""), site.page("raw/0001.md"));
            List<String> people = Jsoup.parse(site.page("people.html")).select("tbody th").eachText();
            assertTrue(people.containsAll(List.of("a1", "Bob", "Cy", "Dee", "Eve Ray", "a6", "a7", "a8", "a9", "a10", "a40", "a16", "a18", "a38", "Flo")), people.toString());
        }
    }

    @Test
    void noneOfTheHistoryIsPublished() throws Exception {
        String mailmap = "-- .mailmap --\nm1@HOST <c4@HOST>\nZoe (m2@HOST) <c5@HOST>\nGil Ode <c6@HOST> c6@HOST <c6@HOST>\n".replace("HOST", HOST);
        try (Site site = Site.of(mailmap + idea("0001", "")).commit("2024-03-01T10:00:00Z", "c1.x@" + HOST + " <c1@" + HOST + ">")) {
            String[] authors = {"Hal (c2@" + HOST + ")", "Ida c3@" + HOST, "c4", "c5", "c6@" + HOST};
            for (int i = 0; i < authors.length; i++) {
                site.with(idea("0001", "team: Team " + i + "\n")).commit("2024-04-0" + (i + 1) + "T10:00:00Z", authors[i] + " <c" + (i + 2) + "@" + HOST + ">");
            }
            site.with(idea("0001", "team: Last\n"));
            Site.git(site.archive(), Map.of(), "commit", "-qam", "Co\n\nCo-authored-by: c7@" + HOST + " <c7@" + HOST + ">\nCo-authored-by: Jo (c8@" + HOST + ") <c8@" + HOST + ">\n");
            site.build("--base-url", "https://ideas.example/");
            assertNowhere(site);
            List<String> people = Jsoup.parse(site.page("people.html")).select("tbody th").eachText();
            assertTrue(people.containsAll(List.of("c1.x", "Hal", "Ida", "m1", "Zoe", "Gil Ode", "c7", "Jo")), people.toString());
            assertEquals("c1.x", Jsoup.parse(site.page("ideas/0001.html")).select(".about a").eachText().getFirst());
        }
    }

    /// What somebody wrote into a text for its readers is not metadata.
    @Test
    void theTextItselfStaysAsItWasWritten() {
        try (Site site = Site.of(idea("0001", "").replace("at our cost", "by press@" + HOST))) {
            site.build();
            assertTrue(site.page("ideas/0001.html").contains("press@" + HOST));
        }
    }
}
