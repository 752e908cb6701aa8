package org.pressroom.bake;

import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;

import java.util.ArrayList;
import java.util.List;

/// The ideas that one idea has to do with, each named once.
///
/// @param referring ideas whose text or metadata name this one, without those of the other lists
record Relations(List<Entry> supersedes, List<Entry> supersededBy, List<Entry> related, List<Entry> referring) {

    static Relations of(Catalog catalog, Entry entry) {
        List<Entry> supersedes = catalog.supersedes(entry);
        List<Entry> supersededBy = catalog.supersededBy(entry);
        List<Entry> related = catalog.related(entry);
        List<Entry> referring = new ArrayList<>(catalog.referring(entry));
        referring.removeAll(supersedes);
        referring.removeAll(supersededBy);
        referring.removeAll(related);
        return new Relations(supersedes, supersededBy, related, referring);
    }
}
