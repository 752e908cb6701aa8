package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.BuildOptions;
import org.pressroom.build.BuildResult;
import org.pressroom.build.Semantics;
import org.pressroom.build.SiteBuild;
import org.pressroom.build.Stage;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Report;
import org.pressroom.diagnostic.Severity;
import org.pressroom.diagnostic.SharedFindings;
import org.pressroom.diagnostic.TextRendering;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.json.Json;
import org.pressroom.parallel.Workers;
import org.pressroom.publish.Publication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Makes the site.
@Command(name = "build", mixinStandardHelpOptions = true, description = "Build the static site of an archive.",
    footer = {"", "Examples:", "  pressroom build", "  pressroom build -o public --base-url https://ideas.example.com/ ~/proposals"})
final class BuildCommand implements Callable<Integer> {

    /// Findings of one severity that are printed before the rest is only counted.
    private static final int PRINTED = 50;

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", description = "The folder for the site. Default: output.")
    Path output = Path.of("output");

    @Option(names = "--base-url", paramLabel = "URL",
        description = "The address where the site will be published; only feeds and the 404 page need it.")
    @Nullable String baseUrl;

    @Mixin
    SemanticOption semantic = new SemanticOption();

    @Mixin
    JarOption jar = new JarOption();

    @Mixin
    ThemeOption theme = new ThemeOption();

    @Option(names = "--strict", description = "If there are findings at --fail-on or above, leave the old site as it is.")
    boolean strict;

    @Option(names = "--allow-empty", description = "If there are no documents, empty the old site instead of leaving it as it is.")
    boolean allowEmpty;

    @Option(names = "--verify", description = "Ask the site's search some questions and compare the answers with those of pressroom search.")
    boolean verify;

    @Option(names = "--clean", description = "Discard everything stored by earlier builds first.")
    boolean clean;

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
        description = "error, warning or info: the lowest severity that gives exit code 1. Default: error.")
    Severity failOn = Severity.ERROR;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads to use. Default: one per core.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository, a folder, or an address to clone. Default: the current folder.")
    @Nullable String archive;

    BuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (threads < 1) {
            throw new CommandLine.ParameterException(line, "--threads must be at least 1");
        }
        List<Path> jars = jar.jars(line);
        URI base = baseUri(baseUrl, line);
        ArchiveRequest request = common.request(archive, output, terminal);
        Path cache = common.cache(request.location(), terminal);
        if (clean && cache != null) {
            cache = emptied(cache);
        }
        BuildResult result;
        try (Semantics semantics = semantic.open(cache, common, terminal);
                ConsoleProgress progress = ConsoleProgress.on(terminal, common.quiet || common.format == OutputFormat.JSON)) {
            BuildOptions options = new BuildOptions(
                output, base, strict, failOn, common.today(terminal), Version.text(), cache, semantics, allowEmpty, jars, theme.scripts, verify);
            result = SiteBuild.run(request, options, new Workers(threads), progress);
        }
        result.remarks().forEach(remark -> common.remark(terminal, remark));
        printFindings(result.report());
        if (common.format == OutputFormat.JSON) {
            terminal.out().in(Printer.Form.JSON).print(Json.pretty(json(result)));
        } else {
            printSummary(result);
        }
        return crashed(result.report()) ? ExitCodes.FAILURE
            : result.report().reaches(failOn) ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
    }

    /// @return null when what was kept can't be forgotten, and so must not be used
    private @Nullable Path emptied(Path cache) {
        try {
            SafeFolder.at(cache).empty();
            return cache;
        } catch (IOException e) {
            common.remark(terminal, "the cache folder " + cache + " can't be emptied: " + FileProblem.reason(e) + "; the site is built without it");
            return null;
        }
    }

    /// The address of a site, with a final slash; null for null.
    static @Nullable URI baseUri(@Nullable String baseUrl, CommandLine line) {
        if (baseUrl == null) {
            return null;
        }
        try {
            URI uri = new URI(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
            String scheme = uri.getScheme();
            if (("http".equals(scheme) || "https".equals(scheme)) && uri.getHost() != null && uri.getQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, with the form that is wanted.
        }
        throw new CommandLine.ParameterException(line, "--base-url " + baseUrl + " is not a web address; write it as https://host/path/");
    }

    static boolean crashed(Report report) {
        return report.findings().stream().anyMatch(d -> d.rule().equals("rule-crashed"));
    }

    private void printFindings(Report report) {
        if (common.quiet) {
            return;
        }
        TextRendering text = new TextRendering(terminal.colour(common.colour));
        SharedFindings found = SharedFindings.of(report.findings(), report.documents());
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            found.shared().stream().filter(shared -> shared.first().severity() == severity)
                .forEach(shared -> terminal.err().raw().print(text.render(shared, report.documents())));
            List<Diagnostic> findings = found.others().stream().filter(d -> d.severity() == severity).toList();
            findings.stream().limit(PRINTED).forEach(d -> terminal.err().raw().print(text.render(d)));
            if (findings.size() > PRINTED) {
                common.remark(terminal, (findings.size() - PRINTED) + " more " + severity.label() + (findings.size() - PRINTED == 1 ? "" : "s") + "; `pressroom check` prints them all");
            }
        }
    }

    private void printSummary(BuildResult result) {
        if (common.quiet) {
            return;
        }
        Report report = result.report();
        Publication publication = result.publication();
        String found = Counted.of(report.count(Severity.ERROR), "error") + ", " + Counted.of(report.count(Severity.WARNING), "warning") + ", "
            + report.count(Severity.INFO) + " info";
        String times = String.join(" · ", result.timings().entrySet().stream()
            .map(t -> t.getKey().label() + " " + t.getValue() + " ms").toList());
        if (publication == null) {
            terminal.out().println(Counted.of(result.documents(), "document") + " (" + found + "); nothing was published");
        } else {
            terminal.out().println(Counted.of(result.documents(), "document") + ", " + Counted.of(result.pages(), "page") + ", "
                + Counted.of(publication.files(), "file") + " in " + output + ": " + publication.changed() + " changed, " + publication.deleted() + " deleted");
            terminal.out().println("findings: " + found + (report.findings().isEmpty() ? "" : " (`pressroom check` prints them)"));
        }
        terminal.out().println(times);
        if (publication != null && Files.exists(output.resolve("index.html"))) {
            terminal.out().println("open " + output.resolve("index.html"));
        }
    }

    private Map<String, @Nullable Object> json(BuildResult result) {
        Report report = result.report();
        Map<String, @Nullable Object> timings = new LinkedHashMap<>();
        for (Map.Entry<Stage, Long> timing : result.timings().entrySet()) {
            timings.put(timing.getKey().label(), timing.getValue());
        }
        Publication publication = result.publication();
        return Json.object("documents", result.documents(), "pages", result.pages(), "searchFiles", result.searchFiles(),
            "changed", publication == null ? 0 : publication.changed(), "deleted", publication == null ? 0 : publication.deleted(),
            "findings", Json.object("error", report.count(Severity.ERROR), "warning", report.count(Severity.WARNING),
                "info", report.count(Severity.INFO)),
            "timings", timings, "output", output.toString());
    }
}
