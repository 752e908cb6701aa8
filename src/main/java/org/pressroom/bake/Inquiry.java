package org.pressroom.bake;

import org.pressroom.cache.Fingerprint;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.LinkResolver;
import org.pressroom.catalog.LinkTarget;
import org.pressroom.source.SourcePath;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the page of one idea asks of the archive as a whole while it is made: where links lead, and which ids there are. It is noted
/// down, so that a later build can tell whether the answers are still the same without making the page. For one thread.
final class Inquiry implements Links {

    private static final char LINK = 'l';
    private static final char ID = 'i';

    private final PageModels models;
    private final Entry entry;
    private final Set<String> asked = new TreeSet<>();

    Inquiry(PageModels models, Entry entry) {
        this.models = models;
        this.entry = entry;
    }

    @Override
    public LinkTarget resolve(SourcePath from, String target) {
        if (!from.equals(entry.facts().path())) {
            throw new IllegalArgumentException("a link of " + from + " on the page of " + entry.facts().path());
        }
        asked.add(LINK + target);
        return links().resolve(from, target);
    }

    /// An idea by an id as written.
    Optional<Entry> find(String id) {
        asked.add(ID + id);
        return models.catalog().find(entry.id().source(), id);
    }

    private LinkResolver links() {
        return models.input().links();
    }

    /// All that was asked, in order.
    List<String> asked() {
        return List.copyOf(asked);
    }

    /// Adds what the answers are now.
    ///
    /// @param questions as [#asked] gave them
    void addAnswers(List<String> questions, Fingerprint print) {
        for (String question : questions) {
            String what = question.substring(1);
            print.text(question);
            if (question.charAt(0) == ID) {
                print.text(models.catalog().find(entry.id().source(), what).map(found -> found.id().shown()).orElse(null));
                continue;
            }
            switch (links().resolve(entry.facts().path(), what)) {
                case LinkTarget.Idea(Entry to, var fragment) -> print.text("idea").text(to.page()).text(fragment);
                case LinkTarget.Asset(String address, var size) -> print.text("asset").text(address).text(size == null ? null : size.toString());
                case LinkTarget.Source(String address) -> print.text("source").text(address);
                case LinkTarget.Withheld(String reason) -> print.text("withheld").text(reason);
                case LinkTarget.Broken(String reason) -> print.text("broken").text(reason);
            }
        }
    }
}
