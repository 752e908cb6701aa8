package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which of an archive's documents are other than at an earlier commit, or new; and configuration and baseline likewise.
///
/// Compared by content, so it does not matter what git has been told of: uncommitted and untracked files count. A file that
/// differs in its line ends alone, as `core.autocrlf` makes it, has not changed.
final class ChangedFiles {

    private static final SourceFile NOTHING = new SourceFile(SourcePath.of("nothing"), "", new byte[0]);

    private ChangedFiles() { }

    /// @param before the same archive at the commit to compare with
    static Set<SourcePath> since(ArchiveSession session, ArchiveRequest before, @Nullable BaselineFile baseline, Workers workers) {
        int limit = session.configuration().thresholds().documentMaxBytes();
        try (ArchiveTree base = ArchiveTree.open(session.tree().source(), before.location(), before.ref(), "", before.allowed())) {
            Map<SourcePath, TreeEntry> old = new HashMap<>();
            base.files().forEach(entry -> old.put(entry.path(), entry));
            List<TreeEntry> documents = session.parts().getFirst().documents();
            boolean[] changed = new boolean[documents.size()];
            workers.forEach(changed.length, i -> {
                TreeEntry then = old.get(documents.get(i).path());
                changed[i] = then == null || !same(session, documents.get(i), base, then, limit);
            });
            Set<SourcePath> paths = new HashSet<>();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i]) {
                    paths.add(documents.get(i).path());
                }
            }
            for (SourcePath path : others(session, baseline)) {
                SourceFile now = session.tree().find(path, limit).orElse(NOTHING);
                if (!sameText(now.bytes(), base.find(path, limit).orElse(NOTHING).bytes())) {
                    paths.add(path);
                }
            }
            return paths;
        }
    }

    private static List<SourcePath> others(ArchiveSession session, @Nullable BaselineFile baseline) {
        List<SourcePath> others = new ArrayList<>();
        ConfigurationFile.NAMES.forEach(name -> others.add(new SourcePath(session.tree().source(), name)));
        if (baseline != null && baseline.path() != null) {
            others.add(baseline.path());
        }
        return others;
    }

    private static boolean same(ArchiveSession session, TreeEntry entry, ArchiveTree base, TreeEntry then, int limit) {
        if (entry.blobId() != null && Objects.equals(entry.blobId(), then.blobId())) {
            return true;
        }
        SourceFile now = session.tree().read(entry, limit);
        return now.blobId().equals(then.blobId()) || sameText(now.bytes(), base.read(then, limit).bytes());
    }

    private static boolean sameText(byte[] a, byte[] b) {
        return Arrays.equals(withoutCarriageReturns(a), withoutCarriageReturns(b));
    }

    private static byte[] withoutCarriageReturns(byte[] text) {
        byte[] kept = new byte[text.length];
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '\r' || i + 1 == text.length || text[i + 1] != '\n') {
                kept[length++] = text[i];
            }
        }
        return Arrays.copyOf(kept, length);
    }
}
