package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.util.List;

/// What the header of every page leads to.
class MenuTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name: Keys                         | Ideas, Browse, Board, Timeline, Insights, People, Has it been tried?
        menu: [people, board, people]      | Ideas, Browse, People, Board
        menu: [tried]                      | Ideas, Browse, Has it been tried?
        menu: []                           | Ideas, Browse
        """)
    void theHeaderLeadsWhereTheConfigurationSays(String line, String places) {
        try (Site site = Site.of(Site.document("0001", "Keys").replace("status: draft", "status: draft\nauthors: [Ana Lima]") + "\n-- pressroom.yaml --\nsite:\n  " + line + "\n")) {
            CommandLineRun run = site.build();
            assertEquals(0, run.code(), run.err());
            Document home = Jsoup.parse(site.page("index.html"));
            assertEquals(List.of(places.split(", ")), home.select("header nav a").eachText());
            assertEquals(places.endsWith("tried?") ? 1 : 0, home.select("form[action=tried.html]").size());
            assertTrue(site.files().keySet().containsAll(List.of("board.html", "people.html", "tried.html")), () -> site.files().keySet().toString());
        }
    }
}
