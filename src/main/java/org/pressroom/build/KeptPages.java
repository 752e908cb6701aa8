package org.pressroom.build;

import org.pressroom.bake.PageMemory;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.cache.Program;
import org.pressroom.cache.RecordCodec;
import org.pressroom.cache.ResultStore;
import org.pressroom.cache.ResultStore.Kind;
import org.pressroom.catalog.Entry;
import org.pressroom.source.SourcePath;

import java.util.Optional;

/// What builds of an archive made of its pages, as the store of results keeps it: by address, each with the key of what it was made
/// from.
final class KeptPages implements PageMemory {

    private static final RecordCodec<Made> MADE = RecordCodec.of(Made.class);

    private final ResultStore store;
    private final Bodies bodies;
    private final Key context;

    private KeptPages(ResultStore store, Bodies bodies, Key context) {
        this.store = store;
        this.bodies = bodies;
        this.context = context;
    }

    /// @param ref the commit, branch or tag that links to the source name
    static PageMemory of(ResultStore store, ArchiveSession session, Reading reading, String ref, BuildOptions options) {
        // Code of others may ask the clock, or anything else.
        if (!options.jars().isEmpty()) {
            return NONE;
        }
        Fingerprint context = new Fingerprint("site " + MADE.schema()).key(Program.key()).text(session.configuration().fingerprint()).text(session.content())
            .texts(reading.restricted().traits()).text(Names.of(session).nobody()).text(ref).text(session.tree().prefix())
            .text(options.asOf().toString()).text(options.version());
        if (!reading.restricted().isEmpty()) {
            // What was linked once is named only when it is published today.
            context.texts(reading.catalog().entries().stream().map(entry -> entry.facts().path()).sorted().map(SourcePath::toString).toList());
        }
        return new KeptPages(store, reading.bodies(), context.key());
    }

    @Override
    public Key context() {
        return context;
    }

    @Override
    public Key document(Entry entry) {
        return bodies.key(entry);
    }

    private static Key key(String page) {
        return new Fingerprint("page").text(page).key();
    }

    @Override
    public Optional<Made> of(String page) {
        return store.get(Kind.PAGE, key(page)).flatMap(MADE::read);
    }

    @Override
    public void remember(String page, Made made) {
        store.put(Kind.PAGE, key(page), () -> MADE.encode(made));
    }
}
