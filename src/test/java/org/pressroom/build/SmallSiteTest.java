package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A site of a few documents is not mostly files that every site has.
class SmallSiteTest {

    private static final int DOCUMENTS = 8;

    @Test
    void eightDocumentsMakeAtMost250Files() {
        StringBuilder archive = new StringBuilder();
        for (int i = 1; i <= DOCUMENTS; i++) {
            archive.append(Site.document("000" + i, "Keys come by post, part " + i).replace("status: draft", """
                status: draft
                team: Lettings
                authors: [Ana Lima]
                tags: [keys, post]"""));
        }
        try (Site site = Site.of(archive.toString())) {
            assertEquals(0, site.build().code());
            Map<String, Long> folders = site.files().keySet().stream().map(address -> address.contains("/") ? address.substring(0, address.indexOf('/')) : "")
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
            assertEquals(DOCUMENTS, folders.get("ideas"));
            assertTrue(site.files().size() <= 250, () -> site.files().size() + " files: " + folders);
        }
    }
}
