package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.cache.Packed;
import org.pressroom.cache.Program;
import org.pressroom.cache.RecordCodec;
import org.pressroom.cache.ResultStore;
import org.pressroom.cache.ResultStore.Kind;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.history.FileHistory;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.model.Document;
import org.pressroom.rules.CheckedDocument;
import org.pressroom.source.SourcePath;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What documents came to, kept from one build to the next by everything that it depends on: the file's bytes and place, what git
/// knows of it, the configuration, who may not be named, which documents are restricted, and the program. Safe for several threads.
final class Readings {

    /// What is left of a document when it was read.
    ///
    /// @param facts    null when it is not published
    /// @param meaning  null when nobody knows
    /// @param proposal the digest of what a sentence model reads of it; null when none was asked
    /// @param linked   the files that it links to
    /// @param discreet whether its source lines may name a restricted document
    record Read(CheckedDocument checked, @Nullable DocumentFacts facts, @Nullable MeaningVector meaning, byte @Nullable [] proposal,
            List<SourcePath> linked, boolean discreet) {

        Read {
            linked = List.copyOf(linked);
        }
    }

    private static final RecordCodec<Read> READ =
        new RecordCodec.Builder().with(MeaningVector.class, MeaningVector::bytes, MeaningVector::of).of(Read.class);
    private static final RecordCodec<Document> BODY = RecordCodec.of(Document.class);
    private static final RecordCodec<FileHistory> HISTORY = RecordCodec.of(FileHistory.class);

    private final ResultStore store;
    private final Key context;
    private final LocalDate asOf;

    /// @param context what all readings of the build depend on
    Readings(ResultStore store, Fingerprint context, LocalDate asOf) {
        this.store = store;
        this.context = context.key(Program.key()).key();
        this.asOf = asOf;
    }

    /// @param blob    git's id of the file's bytes
    /// @param history what git knows of the document; null without
    Key key(SourcePath path, String blob, @Nullable FileHistory history) {
        Fingerprint document = new Fingerprint("reading").key(context).text(path.source().value()).text(path.path()).text(blob);
        if (history != null) {
            document.octets(HISTORY.encode(history));
        }
        return document.key();
    }

    /// @param whole whether the document itself is needed, too
    Optional<Read> find(Key key, @Nullable FileHistory history, boolean whole) {
        return store.get(Kind.READING, key).flatMap(READ::read)
            .filter(read -> (asOf.equals(Reading.ANY_DAY) || read.checked.days().hold(asOf)) && (!whole || read.facts == null || store.holds(Kind.BODY, key)))
            .map(read -> read.facts == null ? read
                : new Read(read.checked, read.facts.withHistory(history), read.meaning, read.proposal, read.linked, read.discreet));
    }

    void keep(Key key, Read read) {
        DocumentFacts facts = read.facts;
        store.put(Kind.READING, key, () -> READ.encode(facts == null ? read
            : new Read(read.checked, facts.withHistory(null), read.meaning, read.proposal, read.linked, read.discreet)));
    }

    void keep(Key key, Document body) {
        store.put(Kind.BODY, key, () -> Packed.pack(BODY.encode(body)));
    }

    Optional<Document> body(Key key) {
        return store.get(Kind.BODY, key).map(Packed::unpack).flatMap(BODY::read);
    }
}
