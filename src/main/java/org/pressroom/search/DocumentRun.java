package org.pressroom.search;

import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Documents that follow each other and whose stored records have files of their own, so that these stay while the documents do.
///
/// A run ends behind a document whose id says so, some 256 documents long, so that one that comes or goes changes its own run alone.
///
/// @param from the number of the first
/// @param to   the number behind the last
/// @param key  names all of its documents as they are
record DocumentRun(int from, int to, String key) {

    private static final int ENDS = 255;
    private static final int MOST = 768;

    static List<DocumentRun> of(SearchIndex index, Catalog catalog) throws IOException {
        String[] keys = new String[index.size()];
        index.keys().forEach((key, number) -> keys[number] = key);
        List<DocumentRun> runs = new ArrayList<>();
        int from = 0;
        StringBuilder key = new StringBuilder();
        List<Entry> entries = catalog.entries();
        for (int number = 0; number < entries.size(); number++) {
            key.append(keys[number]).append('\n');
            int hash = entries.get(number).id().shown().hashCode();
            if (((hash ^ hash >>> 15) & ENDS) == 0 || number + 1 - from == MOST || number + 1 == entries.size()) {
                runs.add(new DocumentRun(from, number + 1, key.toString()));
                from = number + 1;
                key.setLength(0);
            }
        }
        return runs;
    }
}
