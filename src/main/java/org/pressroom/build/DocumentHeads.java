package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.cache.Program;
import org.pressroom.cache.RecordCodec;
import org.pressroom.cache.ResultStore;
import org.pressroom.git.TreeEntry;
import org.pressroom.history.Learned;
import org.pressroom.parallel.Turn;
import org.pressroom.parallel.Watch;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What files of an archive say at their heads, restricted ones too.
///
/// @param heads     one for each file, in their order
/// @param unreadable files that can't be read, with the reason, in their order
/// @param blobs     git's ids of what was read, as [SourceFile#contentId] has them
/// @param byContent those of files that a history would read whole, as [Learned] names them
record DocumentHeads(List<DocumentHead> heads, List<SourceFile> unreadable, Map<SourcePath, String> blobs, Map<String, DocumentHead> byContent) {

    private static final RecordCodec<DocumentHead> HEAD = RecordCodec.of(DocumentHead.class);

    DocumentHeads {
        heads = List.copyOf(heads);
        unreadable = List.copyOf(unreadable);
        blobs = Map.copyOf(blobs);
        byContent = Map.copyOf(byContent);
    }

    private record Seen(DocumentHead head, String blob, @Nullable SourceFile unreadable, @Nullable String content) { }

    /// @param files documents or pages
    static DocumentHeads of(ArchiveSession session, List<TreeEntry> files, Workers workers) {
        try (Watch watch = Watch.begin(Reading.LONGEST)) {
            return of(session, files, workers, watch, ResultStore.none());
        }
    }

    /// @param files documents or pages
    /// @param watch ends what takes too long
    /// @param store of what their heads said before
    static DocumentHeads of(ArchiveSession session, List<TreeEntry> files, Workers workers, Watch watch, ResultStore store) {
        DocumentParser parser = new DocumentParser(session.configuration(), _ -> false);
        Key context = new Fingerprint("head " + HEAD.schema()).key(Program.key()).text(session.configuration().fingerprint()).text(session.content()).key();
        @Nullable Seen[] seen = new @Nullable Seen[files.size()];
        workers.forEach(seen.length, i -> {
            SourceFile file = session.read(files.get(i));
            boolean unreadable = file.unreadable() != null;
            seen[i] = new Seen(unreadable ? parser.head(file) : head(file, parser, watch, store, context), file.contentId(), unreadable ? file : null,
                !unreadable && file.sidecar() == null && file.bytes().length < Learned.HEAD_BYTES ? Learned.key(file.blobId(), file.path().path()) : null);
        });
        List<DocumentHead> heads = new ArrayList<>(seen.length);
        List<SourceFile> unreadable = new ArrayList<>();
        Map<SourcePath, String> blobs = HashMap.newHashMap(seen.length);
        Map<String, DocumentHead> byContent = HashMap.newHashMap(seen.length);
        Stream.of(seen).map(Objects::requireNonNull).forEach(one -> {
            heads.add(one.head);
            blobs.put(one.head.path(), one.blob);
            if (one.unreadable != null) {
                unreadable.add(one.unreadable);
            }
            if (one.content != null) {
                byContent.put(one.content, one.head);
            }
        });
        return new DocumentHeads(heads, unreadable, blobs, byContent);
    }

    private static DocumentHead head(SourceFile file, DocumentParser parser, Watch watch, ResultStore store, Key context) {
        Key key = new Fingerprint("head").key(context).text(file.path().source().value()).text(file.path().path()).text(file.contentId()).key();
        Optional<DocumentHead> kept = store.get(ResultStore.Kind.HEAD, key).flatMap(HEAD::read);
        if (kept.isPresent()) {
            return kept.get();
        }
        try {
            return watch.over(() -> {
                Turn.go("visibility");
                DocumentHead head = parser.head(file);
                store.put(ResultStore.Kind.HEAD, key, () -> HEAD.encode(head));
                return head;
            });
        } catch (Turn.OverException e) {
            // What can't be found out in time may be what nobody should see.
            return parser.unknown(file.path());
        }
    }
}
