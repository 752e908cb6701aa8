package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.DocumentChanges;
import org.pressroom.build.Lifecycle;
import org.pressroom.config.Nearest;
import org.pressroom.config.Term;
import org.pressroom.config.Terms;
import org.pressroom.diagnostic.UnifiedDiff;
import org.pressroom.git.UserGit;
import org.pressroom.json.Json;
import org.pressroom.parallel.Workers;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Options of the commands that change documents, and what they do in the end. Filled by picocli.
final class ChangeOptions {

    @Option(names = "--dry-run", description = "Print what would change, and change nothing.")
    boolean dryRun;

    @Option(names = "--commit", description = "Commit the change with git, and nothing else that may be staged.")
    boolean commit;

    @Option(names = {"-y", "--yes"}, description = "Ask nothing.")
    boolean yes;

    /// What a command plans to change.
    @FunctionalInterface
    interface Plan {

        /// @return the message of the commit
        String make(Lifecycle lifecycle, DocumentChanges changes) throws IOException;
    }

    /// Plans a change of an archive's documents, shows it, and writes it unless it was only to be shown.
    ///
    /// @param force whether words may follow others that the vocabulary does not let follow
    int record(Terminal terminal, CommonOptions common, @Nullable String archive, boolean force, Plan plan) throws IOException {
        try (ArchiveSession session = ArchiveSession.open(common.request(archive, null, terminal))) {
            DocumentChanges changes = new DocumentChanges(session);
            String message = plan.make(new Lifecycle(session, Workers.onAllCores(), force), changes);
            return finish(terminal, common, session, changes, message);
        }
    }

    private int finish(Terminal terminal, CommonOptions common, ArchiveSession session, DocumentChanges changes, String message) throws IOException {
        List<DocumentChanges.Changed> all = changes.all();
        boolean json = common.format == OutputFormat.JSON;
        Path folder = session.tree().folder().orElseThrow();
        UserGit git = new UserGit(folder);
        if (commit && !dryRun && !all.isEmpty()) {
            git.checkCommit();
        }
        if (!json) {
            Printer out = terminal.interactive() ? terminal.out() : terminal.out().in(Printer.Form.PATCH);
            all.forEach(document -> out.print(diff(document)));
            out.flush();
        }
        boolean write = !dryRun && !all.isEmpty() && (json || new Questions(terminal, yes).yes("Write this?"));
        @Nullable String id = null;
        if (write) {
            changes.write();
            id = commit ? git.commit(all.stream().map(DocumentChanges.Changed::file).toList(), message) : null;
        }
        if (json) {
            terminal.out().in(Printer.Form.JSON).print(Json.pretty(Json.object(
                "files", all.stream().map(document -> Json.object("file", document.path().path(), "diff", diff(document))).toList(), "written", write, "commit", id)));
        }
        common.remark(terminal, all.isEmpty() ? "there is nothing to change" : !write ? "nothing was written"
            : id != null ? "committed as " + id + ": " + message : Counted.of(all.size(), "document") + " changed");
        return ExitCodes.CLEAN;
    }

    private static String diff(DocumentChanges.Changed document) {
        return UnifiedDiff.of(document.path().path(), document.textBefore(), document.textAfter());
    }

    /// The word of a vocabulary that somebody means.
    ///
    /// @param noun "a status"
    static Term term(Terms terms, String written, String noun) {
        return terms.match(written).map(Terms.Match::term).orElseThrow(() -> new UsageException("`" + written + "` is not " + noun + "; "
            + Nearest.of(written, terms.words()).map(near -> "did you mean " + near + "? ").orElse("") + "there are " + String.join(", ", terms.words())));
    }
}
