package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.cli.CommandLineTest.list;
import static org.pressroom.cli.CommandLineTest.member;
import static org.pressroom.cli.CommandLineTest.object;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.util.ArrayList;
import java.util.List;

/// `outline --explain` and `outline --labels`.
class OutlineExplainTest {

    private static final String BARE = """
        -- content/bare.md --
        # Ferrydesk

        ## Press release

        **Islanders see on their phones whether the ferry sails**

        Today islanders walk to the pier in the storm to learn that the ferry does not sail. 300 of them lost a day's work last winter,
        and nobody can say before seven whether the boat will come.

        Ferrydesk tells them at five in the morning. It reads the wind, the tide and the crew's roster, and it shows one word for each sailing.

        "We were ashamed of the queue in the rain," said Una Mair, harbour master and head of Ferrydesk.

        "I now sleep until six, and I have not been wet since March," said Colm Reid, a teacher on the island.

        ## FAQ

        ### What does it cost?

        Nothing.
        """;

    private static CommandLineRun outline(Site site, String... options) {
        List<String> all = new ArrayList<>(List.of("outline"));
        all.addAll(List.of(options));
        all.add(site.archive().resolve("content/bare.md").toString());
        return site.run(all.toArray(String[]::new));
    }

    @Test
    void saysHowProbableAPartIsAndWhy() {
        try (Site site = Site.of(BARE)) {
            String plain = outline(site).out();
            assertFalse(plain.contains("Why"), plain);
            String out = outline(site, "--explain").out();
            assertTrue(out.lines().anyMatch(l -> l.matches("    problem +7(–8)? +\\d+ % +otherwise \\D+, \\d+ %")), out);
            assertTrue(out.contains("it tells of trouble and does not name the product") || out.contains("it says what is wrong"), out);
            assertEquals(plain, out.substring(0, out.indexOf("\n  Why")) + out.substring(out.indexOf("\n  FAQ")), "what is found stays the same");
        }
    }

    @Test
    void explainsAsJson() {
        try (Site site = Site.of(BARE)) {
            List<Object> explained = list(member(list(outline(site, "--explain", "--format", "json").json()).getFirst(), "explained"));
            assertEquals(List.of("headline", "problem", "solution", "leader-quote", "customer-quote"), explained.stream().map(e -> member(e, "part")).toList());
            for (Object part : explained) {
                double probability = ((Number) member(part, "probability")).doubleValue();
                assertTrue(probability > 0 && probability <= 1, part.toString());
                assertFalse(list(member(part, "reasons")).isEmpty(), part.toString());
            }
        }
    }

    @Test
    void labelsAreWhatATrainerTakes() {
        try (Site site = Site.of(BARE)) {
            Object labels = outline(site, "--labels").json();
            assertEquals(true, member(labels, "is_prfaq"));
            assertEquals(7L, ((Number) member(labels, "problem", "from")).longValue());
            assertEquals(14L, ((Number) member(labels, "customer_quote", "from")).longValue());
            assertNull(object(labels).get("dateline"));
            assertEquals(1, list(member(labels, "questions")).size());
            CommandLineRun both = outline(site, "--labels", "--explain");
            assertEquals(2, both.code());
            assertTrue(both.err().contains("--labels takes one file"), both.err());
        }
    }
}
