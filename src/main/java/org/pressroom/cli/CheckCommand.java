package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.Check;
import org.pressroom.build.CheckRequest;
import org.pressroom.build.CheckResult;
import org.pressroom.build.Fixes;
import org.pressroom.build.Mended;
import org.pressroom.build.Semantics;
import org.pressroom.diagnostic.GithubRendering;
import org.pressroom.diagnostic.JsonRendering;
import org.pressroom.diagnostic.JunitRendering;
import org.pressroom.diagnostic.Rendering;
import org.pressroom.diagnostic.Report;
import org.pressroom.diagnostic.RuleHelp;
import org.pressroom.diagnostic.SarifRendering;
import org.pressroom.diagnostic.Severity;
import org.pressroom.diagnostic.Suppressed;
import org.pressroom.diagnostic.TextRendering;
import org.pressroom.diagnostic.UnifiedDiff;
import org.pressroom.parallel.Workers;
import org.pressroom.rules.Rule;
import org.pressroom.rules.RulePage;
import org.pressroom.rules.Rules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Says what is wrong in the documents, and mends what can be mended without a person.
@Command(name = "check", mixinStandardHelpOptions = true,
    description = "Check the documents of an archive, restricted ones too. Writes nothing unless --fix or --write-baseline asks for it.",
    footer = {"", "Examples:", "  pressroom check", "  pressroom check --format json --fail-on warning ~/proposals",
        "  pressroom check --format github --since origin/main", "  pressroom check --fix --dry-run"})
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    ArchiveOptions common = new ArchiveOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, sarif, github or junit. Default: text.")
    CheckFormat format = CheckFormat.TEXT;

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
        description = "error, warning or info: the lowest severity that gives exit code 1. Default: error.")
    Severity failOn = Severity.ERROR;

    @Option(names = "--since", paramLabel = "REF",
        description = "Only findings in documents that changed since the branch left REF, and those that the change caused elsewhere.")
    @Nullable String since;

    @Option(names = "--each", description = "Print findings that most documents have one by one, too. Without it they are said once.")
    boolean each;

    @Mixin
    SemanticOption semantic = new SemanticOption();

    @Option(names = "--fix", description = "Fix mistyped values, keys and dates in the documents, and print what changed.")
    boolean fix;

    @Option(names = "--dry-run", description = "With --fix: print what would change, and change nothing.")
    boolean dryRun;

    @Option(names = "--baseline", paramLabel = "FILE",
        description = "Findings listed in FILE do not count. Default: `baseline` in pressroom.yaml.")
    @Nullable Path baseline;

    @Option(names = "--write-baseline", description = "Write all findings to the baseline, so that only new ones count.")
    boolean writeBaseline;

    @Option(names = "--allow-empty", description = "An archive without documents is not an error.")
    boolean allowEmpty;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads to use. Default: one per core.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository, a folder, or an address to clone. Default: the current folder.")
    @Nullable String archive;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        refuseContradictions();
        ArchiveRequest request = common.request(archive, null, terminal);
        Path cache = semantic.choice == SemanticChoice.MODEL ? common.cache(request.location(), terminal) : common.cacheIfAny(request.location(), terminal);
        try (Semantics semantics = semantic.open(cache, common, terminal)) {
            return run(new CheckRequest(request, since, baseline, common.today(terminal), semantics, cache, Version.text()), new Workers(threads));
        }
    }

    private int run(CheckRequest check, Workers workers) throws IOException {
        ArchiveRequest request = check.archive();
        if (writeBaseline) {
            return new BaselineWriter(terminal, common).write(Check.all(check, workers), request, baseline);
        }
        CheckResult result = check(check, workers);
        List<String> refusals = new ArrayList<>();
        if (fix) {
            List<Mended> mended = Fixes.of(request, result.report().findings(), !dryRun, refusals::add);
            print(mended);
            if (!dryRun && !mended.isEmpty()) {
                result = check(check, workers);
            }
        }
        if (!dryRun || format != CheckFormat.TEXT) {
            print(result);
        }
        refusals.forEach(sentence -> terminal.err().println("pressroom: " + sentence));
        remark(result);
        boolean nothing = result.nothing() != null && !allowEmpty;
        if (nothing) {
            terminal.err().println("pressroom: " + result.nothing());
        }
        return BuildCommand.crashed(result.report()) || !refusals.isEmpty() || nothing ? ExitCodes.FAILURE
            : result.report().reaches(failOn) ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
    }

    private void refuseContradictions() {
        String problem = threads < 1 ? "--threads must be at least 1"
            : dryRun && !fix ? "--dry-run shows what --fix would change; add --fix"
            : fix && common.ref != null ? "--fix changes files of the working tree, and --ref reads a commit; use only one of them"
            : fix && writeBaseline ? "--fix fixes findings and --write-baseline accepts them; run one after the other"
            : writeBaseline && since != null ? "--write-baseline takes all findings, and --since only some; use only one of them"
            : writeBaseline && baseline == null && common.ref != null
                ? "--write-baseline can't write into a commit; name a file with --baseline" : null;
        if (problem != null) {
            throw new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
        }
    }

    private CheckResult check(CheckRequest request, Workers workers) {
        try (ConsoleProgress progress = ConsoleProgress.on(terminal, common.quiet || format != CheckFormat.TEXT)) {
            return Check.run(request, workers, progress);
        }
    }

    /// Diffs stand among what was asked for, unless that is in a form that a program reads.
    private void print(List<Mended> mended) {
        Printer printer = format == CheckFormat.TEXT ? terminal.out() : terminal.err();
        Printer out = terminal.interactive() ? printer : printer.in(Printer.Form.PATCH);
        for (Mended document : mended) {
            out.print(UnifiedDiff.of(document.path().path(), document.before(), document.after()));
        }
        int fixes = mended.stream().mapToInt(Mended::fixes).sum();
        common.remark(terminal, fixes == 0 ? "there is nothing that --fix can change"
            : fixes + (fixes == 1 ? " fix in " : " fixes in ") + Counted.of(mended.size(), "document")
                + (dryRun ? "; nothing was written" : ""));
    }

    private void print(CheckResult result) throws IOException {
        PrintStream printer = switch (format) {
            // Findings that are rendered for people have their colours, and their controls are visible.
            case TEXT -> terminal.out().raw();
            case GITHUB -> terminal.out();
            case JSON, SARIF -> terminal.out().in(Printer.Form.JSON);
            case JUNIT -> terminal.out().in(Printer.Form.XML);
        };
        Writer out = new OutputStreamWriter(printer, StandardCharsets.UTF_8);
        rendering(result).write(result.report(), out);
        out.flush();
    }

    private Rendering rendering(CheckResult result) {
        return switch (format) {
            case TEXT -> new TextRendering(terminal.colour(common.colour), each || since != null);
            case JSON -> new JsonRendering();
            case SARIF -> new SarifRendering(Rules.ALL.stream().map(CheckCommand::help).toList(), result.prefix(), Version.text());
            case GITHUB -> new GithubRendering(result.prefix());
            case JUNIT -> new JunitRendering(result.documents(), failOn, result.prefix());
        };
    }

    private static RuleHelp help(Rule rule) {
        RulePage page = RulePage.of(rule.id()).orElseThrow(() -> new IllegalStateException("no page for " + rule.id()));
        return new RuleHelp(rule.id(), page.summary(), rule.info().severity(), rule.info().category().label(), page.text());
    }

    private void remark(CheckResult result) {
        Report report = result.report();
        long known = report.suppressed().stream().filter(s -> s.kind() == Suppressed.Kind.BASELINE).count();
        if (known > 0) {
            common.remark(terminal, known + (known == 1 ? " finding is" : " findings are") + " in the baseline and not shown");
        }
        if (result.elsewhere() > 0) {
            common.remark(terminal, result.elsewhere() + (result.elsewhere() == 1 ? " finding is in a file" : " findings are in files")
                + " that did not change, caused by the changes since " + since);
        }
        if (!result.configured() && result.nothing() == null && format == CheckFormat.TEXT) {
            common.remark(terminal, "this archive has no pressroom.yaml; `pressroom adopt" + (archive == null ? "" : " " + archive)
                + "` looks at its documents and writes one that fits them");
        }
    }
}
