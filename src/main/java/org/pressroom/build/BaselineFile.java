package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Baseline;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.FileProblem;
import org.pressroom.files.RegularFile;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.ArchiveTree;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The baseline that an archive is checked against, and where it stands.
///
/// @param path in the archive; null for a file that was named on the command line
public record BaselineFile(Baseline baseline, @Nullable SourcePath path) {

    /// Where it goes when nobody says otherwise, at the archive's root.
    public static final String NAME = "pressroom-baseline.json";

    private static final int MAX_BYTES = 100_000_000;

    /// Reads the baseline.
    ///
    /// @param named on the command line; null for the configuration's
    /// @return empty when neither names one
    /// @throws ArchiveException when it isn't there or is no baseline
    public static Optional<BaselineFile> of(ArchiveSession session, @Nullable Path named) {
        if (named != null) {
            try {
                return Optional.of(new BaselineFile(read(named.toString(), RegularFile.read(named, MAX_BYTES)), null));
            } catch (IOException e) {
                throw new ArchiveException("cannot read the baseline " + named + ": " + FileProblem.reason(e) + "; `pressroom check --baseline " + named
                    + " --write-baseline` creates it", e);
            }
        }
        String configured = session.configuration().baseline();
        if (configured == null) {
            return Optional.empty();
        }
        ArchiveTree tree = session.tree();
        SourcePath path = new SourcePath(tree.source(), configured);
        SourceFile file = tree.find(path, MAX_BYTES).orElseThrow(() -> new ArchiveException("the configuration names the baseline "
            + configured + ", but " + tree.description() + " has no such file; `pressroom check --write-baseline` creates it"));
        return Optional.of(new BaselineFile(read(configured, file.bytes()), path));
    }

    private static Baseline read(String name, byte[] bytes) {
        try {
            return Baseline.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ArchiveException(name + " is not a baseline: " + e.getMessage() + "; write a new one with --write-baseline", e);
        }
    }

    /// What is to be said of entries that no longer occur.
    List<Diagnostic> findings(List<Baseline.Entry> unused, Severity severity) {
        return unused.stream().map(entry -> {
            String what = "`" + entry.rule() + "`" + (entry.file() == null ? "" : " in " + entry.file());
            String message = entry.count() == 1 ? "the baseline lists a finding of " + what + " that is no longer there"
                : "the baseline lists " + entry.count() + " findings of " + what + " that are no longer there";
            return new Diagnostic(Baseline.Entry.UNUSED, severity, path, Position.at(Math.max(1, entry.line()), 1),
                message + ": " + entry.message(), new Fix("run `pressroom check --write-baseline`, or remove the line"), null);
        }).toList();
    }
}
