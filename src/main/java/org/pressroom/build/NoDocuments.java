package org.pressroom.build;

import org.pressroom.git.SparseCheckout;
import org.pressroom.git.TreeEntry;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Says where documents were looked for in vain, for what, and what may be the reason.
final class NoDocuments {

    /// What follows the sentence where that ends a command.
    static final String WAY_ON = ". With --allow-empty that is not an error";

    private NoDocuments() { }

    /// @param session without documents
    static String sentence(ArchiveSession session) {
        String below = session.content().isEmpty() ? "" : " below " + session.content();
        return "there are no documents in " + session.tree().description() + below
            + "; each proposal is a .md or .markdown file of its own, not a README, and its name does not begin with `_`" + reason(session);
    }

    private static String reason(ArchiveSession session) {
        List<String> leftOut = session.tree().folder().map(SparseCheckout::leftOut).orElse(List.of()).stream()
            .filter(path -> path.startsWith(session.content()) && ArchiveSession.isDocument(new SourcePath(SourceId.MAIN, path))).toList();
        if (!leftOut.isEmpty()) {
            int slash = leftOut.getFirst().lastIndexOf('/');
            return "; this is a sparse checkout, and " + leftOut.getFirst() + (leftOut.size() == 1 ? " is" : " and " + (leftOut.size() - 1) + " more are")
                + " not checked out: run `git sparse-checkout " + (slash < 0 ? "disable" : "add " + leftOut.getFirst().substring(0, slash)) + "`";
        }
        if (!session.hidden().isEmpty()) {
            return "; `exclude` in " + ArchiveSession.CONFIGURATION + " leaves out " + files(session.hidden().size());
        }
        Map<String, Integer> endings = new TreeMap<>();
        for (TreeEntry file : session.tree().files()) {
            String name = file.path().fileName();
            int dot = name.lastIndexOf('.');
            if (file.path().path().startsWith(session.content()) && !file.path().isMarkdown() && dot > 0) {
                endings.merge(name.substring(dot), 1, Integer::sum);
            }
        }
        return endings.entrySet().stream().max(Map.Entry.comparingByValue())
            .map(most -> "; there " + (most.getValue() == 1 ? "is 1 " + most.getKey() + " file" : "are " + most.getValue() + " " + most.getKey() + " files") + ", which Pressroom does not read").orElse("");
    }

    private static String files(int count) {
        return count + (count == 1 ? " file" : " files");
    }
}
