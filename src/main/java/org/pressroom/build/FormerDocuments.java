package org.pressroom.build;

import org.pressroom.git.ArchiveException;
import org.pressroom.git.Blobs;
import org.pressroom.git.RawChange;
import org.pressroom.git.RawCommit;
import org.pressroom.git.RawLog;
import org.pressroom.git.TreeEntry;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Documents that were deleted, as git last had them: their addresses are theirs for good.
final class FormerDocuments {

    private FormerDocuments() { }

    /// What their heads said. Those under names that documents gave up are among them; without git there are none.
    static List<DocumentHead> of(ArchiveSession session) {
        Optional<RawLog> log = session.tree().log();
        Optional<Blobs> contents = session.tree().blobs();
        if (log.isEmpty() || contents.isEmpty()) {
            return List.of();
        }
        Set<String> today = session.documents().stream().map(TreeEntry::path).map(SourcePath::path).collect(Collectors.toSet());
        Map<String, String> deleted = new LinkedHashMap<>();
        for (RawCommit commit : log.get().commits()) {
            Set<String> made = new HashSet<>();
            commit.changes().forEach(change -> made.add(String.valueOf(change.after())));
            for (RawChange change : commit.changes()) {
                // What was moved as it is has the same id at its new place.
                if (change.after() == null && change.before() != null && !made.contains(change.before()) && !today.contains(change.path())
                        && change.path().startsWith(session.content())) {
                    deleted.putIfAbsent(change.path(), change.before());
                }
            }
        }
        DocumentParser parser = new DocumentParser(session.configuration(), _ -> false);
        int most = session.configuration().thresholds().documentMaxBytes();
        List<DocumentHead> heads = new ArrayList<>();
        try (Blobs blobs = contents.get()) {
            deleted.forEach((name, blob) -> {
                SourcePath path = new SourcePath(SourceId.MAIN, name);
                if (!session.configuration().excludes(path)) {
                    heads.add(blobs.read(blob, most).map(bytes -> parser.head(new SourceFile(path, blob, bytes))).orElseGet(() -> parser.unknown(path)));
                }
            });
        }
        return heads;
    }

    /// @throws ArchiveException when one of them had this id
    static void refuse(String id, List<DocumentHead> former) {
        for (DocumentHead head : former) {
            if (head.id().value().equalsIgnoreCase(id)) {
                throw new ArchiveException("the ID " + id + " was that of " + head.path() + ", which was deleted, and links to it may lead here; name another with --id");
            }
        }
    }
}
