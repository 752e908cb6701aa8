package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class RelationGraphTest {

    @TempDir
    private Path folder;

    private static ArchiveFixture chain(int length) {
        ArchiveFixture archive = new ArchiveFixture();
        for (int i = 1; i <= length; i++) {
            String id = "%04d".formatted(i);
            archive.idea(id, "title: Idea " + i, "status: approved", "created: 2020-01-01",
                "supersedes: [" + (i > 1 ? "'%04d'".formatted(i - 1) : "") + "]");
        }
        return archive;
    }

    private static List<String> ids(Document page) {
        return page.select(".graph .node .id").eachText();
    }

    private static int x(Document page, String id) {
        return Integer.parseInt(page.select(".graph .node:has(.id:containsOwn(" + id + ")) rect").attr("x"));
    }

    @Test
    void nothingIsDrawnForAnIdeaAlone() throws Exception {
        assertEquals(0, chain(1).bake(folder).page("ideas/0001.html").select(".graph, .relations").size());
    }

    @Test
    void aSuccessionIsFollowedThreeStepsEachWay() throws Exception {
        Document page = chain(10).bake(folder).page("ideas/0005.html");
        assertEquals(List.of("0002", "0003", "0004", "0005", "0006", "0007", "0008"), ids(page).stream().sorted().toList());
        assertTrue(x(page, "0002") < x(page, "0004") && x(page, "0004") < x(page, "0005") && x(page, "0005") < x(page, "0008"));
        assertEquals("../ideas/0008.html", page.select(".graph a:has(.id:containsOwn(0008))").attr("href"));
        assertEquals(0, page.select(".graph a:has(.here)").size());
        assertEquals("0002 → 0003 → 0004 → 0005 → 0006 → 0007 → 0008", page.select(".relations > .quiet").text());
        assertEquals("Supersedes: Idea 4. Superseded by: Idea 6.", page.select(".graph .unseen").text());
    }

    @Test
    void circlesAndSelvesEnd() throws Exception {
        Document page = new ArchiveFixture()
            .idea("0001", "title: A", "status: approved", "supersedes: ['0002', '0001']", "related: ['0001']")
            .idea("0002", "title: B", "status: approved", "supersedes: ['0001']").bake(folder).page("ideas/0001.html");
        assertEquals(List.of("0001", "0002"), ids(page));
    }

    @Test
    void ofManyOnlyAFewAreDrawnAndTheRestIsCounted() throws Exception {
        ArchiveFixture archive = new ArchiveFixture();
        List<String> others = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            String id = "%04d".formatted(i);
            archive.idea(id, "title: '\u202e鍵" + "W".repeat(5000) + "'", "status: draft", "related: ['0099']", "supersedes: ['0099']");
            others.add("'" + id + "'");
        }
        archive.idea("0099", "title: \"<b>\\u200b\"", "status: approved", "related: [" + String.join(",", others) + "]", "supersedes: [" + String.join(",", others) + "]");
        BakedSite site = archive.bake(folder);
        Document page = site.page("ideas/0099.html");
        assertTrue(ids(page).size() <= 12 && ids(page).size() > 4, ids(page).toString());
        assertTrue(page.select(".graph .more").eachText().stream().allMatch(text -> text.matches("\\+\\d+ more")));
        assertFalse(page.select(".graph .more").isEmpty());
        assertEquals(0, page.select(".graph b").size());
        Element box = page.select(".graph svg").first();
        assertTrue(box != null && Integer.parseInt(box.attr("width")) < 700);
        assertTrue(page.select(".graph text").eachText().stream().allMatch(text -> text.length() <= 17 && text.indexOf('\u202e') < 0));
    }
}
