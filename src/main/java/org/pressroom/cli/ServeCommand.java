package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.BuildOptions;
import org.pressroom.build.BuildResult;
import org.pressroom.build.Semantics;
import org.pressroom.build.SiteBuild;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.Scratch;
import org.pressroom.parallel.Workers;
import org.pressroom.serve.PreviewServer;
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

/// Shows the site in a browser on this machine.
@Command(name = "serve", mixinStandardHelpOptions = true,
    description = "Build the site and serve it on this machine only, until you press Ctrl-C.",
    footer = {"", "Example:", "  pressroom serve --port 9000 ~/proposals"})
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

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository, a folder, or an address to clone. Default: the current folder.")
    @Nullable String archive;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
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

    private int serve(ArchiveRequest request, @Nullable Path cache, Path site, List<Path> jars) throws IOException, InterruptedException {
        BuildOptions options = new BuildOptions(
            site, null, false, Severity.ERROR, common.today(terminal), Version.text(), cache, new Semantics.Table(), true, jars, theme.scripts);
        BuildResult result;
        try (ConsoleProgress progress = ConsoleProgress.on(terminal, common.quiet)) {
            result = SiteBuild.run(request, options, Workers.onAllCores(), progress);
        }
        result.remarks().forEach(remark -> common.remark(terminal, remark));
        if (result.publication() == null) {
            return ExitCodes.FINDINGS;
        }
        int findings = result.report().count(Severity.ERROR);
        if (findings > 0) {
            common.remark(terminal, Counted.of(findings, "error") + "; `pressroom check` prints " + (findings == 1 ? "it" : "them"));
        }
        try (PreviewServer server = PreviewServer.start(site, port)) {
            terminal.out().println("serving " + Counted.of(result.documents(), "idea") + " at " + server.address() + " (Ctrl-C stops it)");
            terminal.out().flush();
            server.awaitStop();
        }
        return ExitCodes.CLEAN;
    }
}
