package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.HistoryLookup;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Rename;
import org.pressroom.history.Revision;
import org.pressroom.history.Transition;
import org.pressroom.json.Json;
import org.pressroom.parallel.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Tells what git knows of a document.
@Command(name = "history", mixinStandardHelpOptions = true,
    description = "Show the history of a proposal from git: who wrote and changed it, its statuses with their dates, its former names.",
    footer = {"", "Examples:", "  pressroom history --format json 0042 ~/proposals", "  pressroom history 0042"})
final class HistoryCommand implements Callable<Integer> {

    private static final int SHORT_COMMIT = 10;

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "The proposal's ID, or a former one.")
    String id = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ARCHIVE",
        description = "A git repository, a folder, or an address to clone. Default: the current folder.")
    @Nullable String archive;

    HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> remarks = new ArrayList<>();
        ArchiveRequest request = common.request(archive, null, terminal);
        try (ArchiveSession session = ArchiveSession.open(request)) {
            HistoryLookup found = HistoryLookup.of(session, id, common.cache(request.location(), terminal), Version.text(), Workers.onAllCores(), remarks);
            remarks.forEach(remark -> common.remark(terminal, remark));
            if (common.format == OutputFormat.JSON) {
                terminal.out().in(Printer.Form.JSON).print(Json.pretty(json(found)));
            } else {
                print(found, terminal.out());
            }
        }
        return ExitCodes.CLEAN;
    }

    private static Map<String, @Nullable Object> json(HistoryLookup found) {
        FileHistory history = found.history();
        return Json.object("id", found.id(), "file", found.file().path(), "created", json(history.created()),
            "revised", json(history.revised()), "authors", history.authors(), "revisions", history.revisions().size(),
            "timeline", history.timeline().stream().map(HistoryCommand::json).toList(),
            "renames", history.renames().stream().map(HistoryCommand::json).toList());
    }

    private static Map<String, @Nullable Object> json(Revision revision) {
        return Json.object("date", revision.day(), "author", revision.author(), "commit", revision.commit());
    }

    private static Map<String, @Nullable Object> json(Transition transition) {
        return Json.object("date", transition.day(), "status", transition.status(), "outcome", transition.outcome(),
            "author", transition.author(), "commit", transition.commit());
    }

    private static Map<String, @Nullable Object> json(Rename rename) {
        return Json.object("from", rename.from().path(), "to", rename.to().path(), "date", rename.day(), "commit", rename.commit());
    }

    private static void print(HistoryLookup found, PrintStream out) {
        FileHistory history = found.history();
        out.println(found.id() + "  " + found.file());
        out.println("  created  " + line(history.created()));
        out.println("  revised  " + line(history.revised()) + "; " + history.revisions().size()
            + (history.revisions().size() == 1 ? " revision" : " revisions"));
        out.println("  by       " + String.join(", ", history.authors()));
        for (Transition transition : history.timeline()) {
            String outcome = transition.outcome() == null ? "" : ", " + transition.outcome();
            out.println("  " + transition.day() + "  " + (transition.status() == null ? "no status" : transition.status()) + outcome
                + "  (" + transition.author() + ", " + shortened(transition.commit()) + ")");
        }
        for (Rename rename : history.renames()) {
            out.println("  " + rename.day() + "  renamed from " + rename.from() + " to " + rename.to() + "  (" + shortened(rename.commit()) + ")");
        }
    }

    private static String line(Revision revision) {
        return revision.day() + " by " + revision.author() + " (" + shortened(revision.commit()) + ")";
    }

    private static String shortened(String commit) {
        return commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
    }
}
