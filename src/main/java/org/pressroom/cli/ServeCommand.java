package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.BuildOptions;
import org.pressroom.build.BuildResult;
import org.pressroom.build.Progress;
import org.pressroom.build.Semantics;
import org.pressroom.build.SiteBuild;
import org.pressroom.build.WatchedPlaces;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.Scratch;
import org.pressroom.parallel.Workers;
import org.pressroom.serve.ArchiveWatch;
import org.pressroom.serve.PreviewServer;
import org.pressroom.serve.PreviewState;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Shows the site in a browser, as it is while people write.
@Command(name = "serve", mixinStandardHelpOptions = true,
    description = {"Build the site and serve it on this machine only, until you press Ctrl-C.",
        "What you save is built at once, and open pages that changed are loaded again. What is not committed is shown and marked."},
    footer = {"", "Examples:", "  pressroom serve --open ~/proposals", "  pressroom serve --port 9000 --host 0.0.0.0 ~/proposals"})
final class ServeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    JarOption jar = new JarOption();

    @Mixin
    ThemeOption theme = new ThemeOption();

    @Option(names = "--port", paramLabel = "PORT", description = "The port. Default: 8080; 0 picks a free one.")
    int port = 8080;

    @Option(names = "--host", paramLabel = "HOST",
        description = "A name or address of this machine to serve to others in the network too; 0.0.0.0 for all addresses. Default: this machine only.")
    @Nullable String host;

    @Option(names = "--open", description = "Open the site in the browser.")
    boolean open;

    @Option(names = "--no-watch", description = "Build once, and do not look for changes.")
    boolean still;

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository, a folder, or an address to clone. Default: the current folder.")
    @Nullable String archive;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (port < 0 || port > 65_535) {
            throw new CommandLine.ParameterException(line, "--port must be 0 to 65535");
        }
        List<Path> jars = jar.jars(line);
        ArchiveRequest request = common.request(archive, null, terminal);
        Path cache = common.cache(request.location(), terminal);
        if (cache != null) {
            return serve(request, cache, cache.resolve("preview"), jars);
        }
        try (Scratch scratch = Scratch.open(null)) {
            return serve(request, null, scratch.folder().path().resolve("preview"), jars);
        }
    }

    private int serve(ArchiveRequest request, @Nullable Path cache, Path site, List<Path> jars) throws IOException {
        ArchiveRequest again = request.asItIs();
        // Watched from before the first build, so that nothing is missed that is saved meanwhile.
        try (ArchiveWatch watch = still ? null : ArchiveWatch.of(() -> WatchedPlaces.of(again), remark -> common.remark(terminal, remark))) {
            return serve(request, again, cache, site, jars, watch);
        }
    }

    private int serve(ArchiveRequest request, ArchiveRequest again, @Nullable Path cache, Path site, List<Path> jars, @Nullable ArchiveWatch watch)
            throws IOException {
        BuildResult result;
        try (ConsoleProgress progress = ConsoleProgress.on(terminal, common.quiet)) {
            result = SiteBuild.run(request, options(site, cache, jars), Workers.onAllCores(), progress);
        }
        result.remarks().forEach(remark -> common.remark(terminal, remark));
        if (result.publication() == null) {
            return ExitCodes.FINDINGS;
        }
        int findings = result.report().count(Severity.ERROR);
        if (findings > 0) {
            common.remark(terminal, Counted.of(findings, "error") + "; `pressroom check` prints " + (findings == 1 ? "it" : "them"));
        }
        PreviewState state = new PreviewState(Long.toString(terminal.clock().millis(), 36) + Long.toString(ProcessHandle.current().pid(), 36));
        PreviewState told = watch == null ? null : state;
        try (PreviewServer server = host == null ? PreviewServer.start(site, port, told) : PreviewServer.start(site, host, port, told)) {
            if (host != null) {
                common.remark(terminal, "WARNING: everybody who can reach " + host + " on port " + server.address().getPort()
                    + " can read this preview, drafts and uncommitted documents included");
            }
            terminal.out().println("serving " + Counted.of(result.documents(), "idea") + " at " + server.address() + " (Ctrl-C stops it)");
            terminal.out().flush();
            if (open && !Browser.open(server.address())) {
                common.remark(terminal, "no browser could be opened; paste the address into one");
            }
            LivePreview preview = new LivePreview(terminal, common, state,
                () -> SiteBuild.run(again, options(site, cache, jars), Workers.onAllCores(), Progress.NONE));
            preview.took(result);
            if (watch == null) {
                Thread.currentThread().join();
            } else {
                preview.follow(request.location(), watch);
            }
        } catch (InterruptedException e) {
            // Whoever runs this in a thread of a larger program stops it so.
            Thread.currentThread().interrupt();
        }
        return ExitCodes.CLEAN;
    }

    private BuildOptions options(Path site, @Nullable Path cache, List<Path> jars) {
        return new BuildOptions(site, null, false, Severity.ERROR, common.today(terminal), Version.text(), cache, new Semantics.Table(), true, jars, theme.scripts, false);
    }
}
