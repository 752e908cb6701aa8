package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.adopt.Adoption;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.diagnostic.Severity;
import org.pressroom.git.ArchiveException;
import org.pressroom.json.Json;
import org.pressroom.parallel.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Surveys an archive that is there already, and writes the configuration that makes sense of it.
@Command(name = "adopt", mixinStandardHelpOptions = true,
    description = "Survey an archive that is there already, and write a commented pressroom.yaml that makes sense of it.",
    footer = {"", "Examples:", "  pressroom adopt --dry-run ~/rfcs   show what would be written", "  pressroom adopt ~/rfcs"})
final class AdoptCommand implements Callable<Integer> {

    private static final int MOST = 10;

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--dry-run", description = "Print the configuration and write nothing.")
    boolean dryRun;

    @Option(names = "--force", description = "Replace a configuration that is there.")
    boolean force;

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository or a folder. Default: the current folder.")
    @Nullable String archive;

    AdoptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ArchiveRequest request = common.request(archive, null, terminal);
        Path existing = Adoption.existing(request.location());
        boolean write = !dryRun;
        if (write && (request.mirror() != null || request.ref() != null)) {
            throw new ArchiveException("adopt writes into a folder on disk; check out the repository and run it there, or use --dry-run");
        }
        if (write && existing != null && !force) {
            throw new ArchiveException(existing + " is there already; --force replaces it, --dry-run shows what would be written");
        }
        Adoption adoption = Adoption.of(request, Workers.onAllCores(), common.today(terminal));
        Path file = write ? adoption.write(request.location()) : null;
        if (common.format == OutputFormat.JSON) {
            terminal.out().in(Printer.Form.JSON).print(Json.pretty(json(adoption, file)));
        } else {
            print(adoption, file, terminal.out());
        }
        return ExitCodes.CLEAN;
    }

    private static Map<String, @Nullable Object> json(Adoption adoption, @Nullable Path file) {
        return Json.object("documents", adoption.documents(), "folder", adoption.folder().isEmpty() ? "." : adoption.folder(), "prfaqs", adoption.prfaqs(),
            "others", adoption.documents() - adoption.prfaqs(), "elsewhere", adoption.elsewhere(), "readmes", adoption.readmes(), "templates", adoption.templates(),
            "carriers", adoption.carriers(), "keys", adoption.keys(), "statuses", adoption.statuses(), "headings", adoption.headings(),
            "findings", Json.object("before", counts(adoption.before()), "after", counts(adoption.after())),
            "written", file == null ? null : file.toString(), "configuration", adoption.configuration());
    }

    private static Map<String, @Nullable Object> counts(Map<Severity, Integer> counts) {
        return Json.object("error", counts.get(Severity.ERROR), "warning", counts.get(Severity.WARNING), "info", counts.get(Severity.INFO));
    }

    private static void print(Adoption adoption, @Nullable Path file, PrintStream out) {
        String place = adoption.folder().isEmpty() ? "at the root" : "in " + adoption.folder();
        out.println(Counted.of(adoption.documents(), "document") + " " + place + ": " + Counted.of(adoption.prfaqs(), "PR/FAQ") + ", "
            + (adoption.documents() - adoption.prfaqs()) + " of another kind");
        if (adoption.elsewhere() + adoption.readmes() + adoption.templates().size() > 0) {
            out.println("passed over: " + String.join(", ", List.of(Counted.of(adoption.elsewhere(), "document") + " in other folders",
                Counted.of(adoption.readmes(), "README"), Counted.of(adoption.templates().size(), "template"))));
        }
        line(out, "metadata stand in", adoption.carriers());
        line(out, "statuses", adoption.statuses());
        line(out, "keys", adoption.keys());
        line(out, "headings", adoption.headings());
        out.println();
        if (file == null) {
            out.println(adoption.configuration());
        } else {
            out.println("written: " + file);
        }
        out.println("findings: " + sum(adoption.before()) + " before (" + Counted.of(number(adoption.before()), "error") + "), " + sum(adoption.after()) + " after ("
            + Counted.of(number(adoption.after()), "error") + ")");
        out.println(file == null ? "nothing was written; without --dry-run the configuration goes to pressroom.yaml" : "each guess in it has its evidence above it; read it, then run `pressroom check` and `pressroom build`");
    }

    private static int number(Map<Severity, Integer> counts) {
        return counts.getOrDefault(Severity.ERROR, 0);
    }

    private static int sum(Map<Severity, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void line(PrintStream out, String title, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            out.println(title + ": " + String.join(", ", counts.entrySet().stream().limit(MOST).map(entry -> shortened(entry.getKey()) + " " + entry.getValue()).toList())
                + (counts.size() > MOST ? ", and " + (counts.size() - MOST) + " more" : ""));
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
