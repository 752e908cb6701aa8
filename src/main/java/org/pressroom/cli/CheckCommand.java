package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.Progress;
import org.pressroom.build.Reading;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.JsonRendering;
import org.pressroom.diagnostic.Rendering;
import org.pressroom.diagnostic.Report;
import org.pressroom.diagnostic.Severity;
import org.pressroom.diagnostic.TextRendering;
import org.pressroom.parallel.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Says what is wrong in the documents.
@Command(name = "check", mixinStandardHelpOptions = true,
    description = "Check the documents of an archive. Writes nothing; restricted documents are checked too.",
    footer = {"", "Examples:", "  pressroom check", "  pressroom check --format json --fail-on warning ~/proposals"})
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
        description = "error, warning or info: from which severity findings end with exit code 1. Default: error.")
    Severity failOn = Severity.ERROR;

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository or folder. Default: the current folder.")
    @Nullable Path archive;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (ArchiveSession session = ArchiveSession.open(common.request(archive, null))) {
            Reading reading = Reading.of(session, Workers.onAllCores(), null, null, true, common.today(terminal), Progress.NONE);
            List<Diagnostic> findings = new ArrayList<>(reading.findings());
            findings.addAll(reading.restrictedFindings());
            Report report = new Report(reading.read(), findings);
            Rendering rendering = common.format == OutputFormat.JSON
                ? new JsonRendering() : new TextRendering(terminal.colour(common.colour));
            Writer out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
            rendering.write(report, out);
            out.flush();
            return BuildCommand.crashed(report) ? ExitCodes.FAILURE : report.reaches(failOn) ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
        }
    }
}
