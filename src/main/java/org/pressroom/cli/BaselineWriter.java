package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.BaselineFile;
import org.pressroom.diagnostic.Baseline;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Report;
import org.pressroom.files.AtomicFile;
import org.pressroom.files.FileProblem;
import org.pressroom.git.ArchiveException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Writes what was found to the baseline: the file that was named, else the configuration's, else one at the archive's root.
final class BaselineWriter {

    private final Terminal terminal;
    private final ArchiveOptions options;

    BaselineWriter(Terminal terminal, ArchiveOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /// @param named on the command line
    /// @return the exit code
    int write(Report report, ArchiveRequest request, @Nullable Path named) {
        List<Diagnostic> findings = report.findings();
        if (BuildCommand.crashed(report)) {
            throw new ArchiveException("a rule failed, so the baseline was not written; `pressroom check` shows which");
        }
        Path file;
        String advice = "";
        if (named != null) {
            file = named;
        } else {
            try (ArchiveSession session = ArchiveSession.open(request)) {
                Path folder = session.tree().folder().orElseThrow(() -> new ArchiveException("--write-baseline can't write into "
                    + session.tree().description() + "; name a file with --baseline"));
                String configured = session.configuration().baseline();
                file = inside(folder, Objects.requireNonNullElse(configured, BaselineFile.NAME));
                advice = configured == null ? "; write `baseline: " + BaselineFile.NAME + "` in pressroom.yaml to use it" : "";
            }
        }
        Baseline baseline = Baseline.of(findings);
        try {
            AtomicFile.write(file, baseline.text().getBytes(StandardCharsets.UTF_8));
            AtomicFile.removeLeftovers(file);
        } catch (IOException e) {
            throw new ArchiveException("cannot write the baseline " + file + ": " + FileProblem.of(e), e);
        }
        int count = baseline.entries().stream().mapToInt(Baseline.Entry::count).sum();
        options.remark(terminal, Counted.of(count, "finding") + " of " + Counted.of(report.documents(), "document")
            + " written to " + file + advice);
        return ExitCodes.CLEAN;
    }

    /// Where an archive's own configuration says that a file goes: never out of the archive by way of a link.
    private static Path inside(Path folder, String path) {
        Path file = folder;
        for (String name : path.split("/")) {
            file = file.resolve(name);
            if (Files.isSymbolicLink(file)) {
                throw new ArchiveException("cannot write the baseline " + path + ": " + file + " is a symbolic link");
            }
        }
        return file;
    }
}
