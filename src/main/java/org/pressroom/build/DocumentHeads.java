package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.TreeEntry;
import org.pressroom.history.Learned;
import org.pressroom.parallel.Turn;
import org.pressroom.parallel.Watch;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;
import org.pressroom.source.SourceFile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What files of an archive say at their heads, restricted ones too.
///
/// @param heads     one for each file, in their order
/// @param unreadable files that can't be read, with the reason, in their order
/// @param byContent those of files that a history would read whole, as [Learned] names them
record DocumentHeads(List<DocumentHead> heads, List<SourceFile> unreadable, Map<String, DocumentHead> byContent) {

    DocumentHeads {
        heads = List.copyOf(heads);
        unreadable = List.copyOf(unreadable);
        byContent = Map.copyOf(byContent);
    }

    private record Seen(DocumentHead head, @Nullable SourceFile unreadable, @Nullable String content) { }

    /// What can't be found out in time may be what nobody should see.
    private static DocumentHead head(DocumentParser parser, SourceFile file, Watch watch) {
        try {
            return watch.over(() -> {
                Turn.go("visibility");
                return parser.head(file);
            });
        } catch (Turn.OverException e) {
            return parser.unknown(file.path());
        }
    }

    /// @param files documents or pages
    static DocumentHeads of(ArchiveSession session, List<TreeEntry> files, Workers workers) {
        try (Watch watch = Watch.begin(Reading.LONGEST)) {
            return of(session, files, workers, watch);
        }
    }

    /// @param files documents or pages
    /// @param watch ends what takes too long
    static DocumentHeads of(ArchiveSession session, List<TreeEntry> files, Workers workers, Watch watch) {
        DocumentParser parser = new DocumentParser(session.configuration(), _ -> false);
        @Nullable Seen[] seen = new @Nullable Seen[files.size()];
        workers.forEach(seen.length, i -> {
            SourceFile file = session.read(files.get(i));
            boolean unreadable = file.unreadable() != null;
            seen[i] = new Seen(head(parser, file, watch), unreadable ? file : null,
                !unreadable && file.bytes().length < Learned.HEAD_BYTES ? Learned.key(file.blobId(), file.path().path()) : null);
        });
        List<DocumentHead> heads = new ArrayList<>(seen.length);
        List<SourceFile> unreadable = new ArrayList<>();
        Map<String, DocumentHead> byContent = HashMap.newHashMap(seen.length);
        Stream.of(seen).map(Objects::requireNonNull).forEach(one -> {
            heads.add(one.head);
            if (one.unreadable != null) {
                unreadable.add(one.unreadable);
            }
            if (one.content != null) {
                byContent.put(one.content, one.head);
            }
        });
        return new DocumentHeads(heads, unreadable, byContent);
    }
}
