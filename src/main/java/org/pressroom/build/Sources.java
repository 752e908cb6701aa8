package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.config.OtherSource;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.CloneAddress;
import org.pressroom.git.Mirrors;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the site is made from beside the archive itself.
///
/// @param trees       of the other sources, in their order
/// @param unreachable those, and the archive itself, that could not be reached
record Sources(List<ArchiveTree> trees, List<LastState> unreachable) {

    static final String RULE = "source-unreachable";
    private static final String CONTENT = "content";

    Sources {
        trees = List.copyOf(trees);
        unreachable = List.copyOf(unreachable);
    }

    /// Opens the other sources; what can't be is told.
    static Sources open(ArchiveRequest request, ArchiveTree main, Configuration configuration, List<Diagnostic> findings) {
        List<ArchiveTree> trees = new ArrayList<>();
        List<LastState> unreachable = new ArrayList<>();
        Mirrors.Mirror itself = request.mirror();
        if (itself != null && itself.failure() != null) {
            unreachable.add(new LastState(SourceId.MAIN, itself.reached()));
            add(configuration, findings, null, Position.START, "the archive " + itself.address()
                + " can't be reached; its state of " + itself.reached() + " is used");
        }
        SourcePath file = new SourcePath(main.source(), ArchiveSession.CONFIGURATION);
        for (OtherSource other : configuration.scope().sources()) {
            Position place = Position.at(other.line(), 1);
            try {
                Mirrors.@Nullable Mirror mirror = mirror(request, other);
                trees.add(tree(request, other, mirror));
                if (mirror != null && mirror.failure() != null) {
                    unreachable.add(new LastState(other.id(), mirror.reached()));
                    add(configuration, findings, file, place, "the source `" + other.id() + "` at " + mirror.address()
                        + " can't be reached; its state of " + mirror.reached() + " is used");
                }
            } catch (ArchiveException | InvalidPathException e) {
                unreachable.add(new LastState(other.id(), null));
                add(configuration, findings, file, place, "the source `" + other.id() + "` can't be used, and the site is made without it: " + reason(request, e));
            }
        }
        return new Sources(trees, unreachable);
    }

    private static void add(Configuration configuration, List<Diagnostic> findings, @Nullable SourcePath file, Position place, String message) {
        configuration.severityOf(RULE, Severity.ERROR).ifPresent(severity -> findings.add(new Diagnostic(RULE, severity, file, place, message,
            new Fix("see that the place is right and can be reached from this machine, `git ls-remote` tells; then build again"), null)));
    }

    /// Findings are published: they do not tell where on this machine things lie.
    private static String reason(ArchiveRequest request, RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        Mirrors mirrors = request.mirrors();
        String shorter = mirrors == null ? message : message.replace(mirrors.folder().toString(), "the cache");
        return shorter.replace(request.location().toAbsolutePath().normalize().toString(), ".");
    }

    private static Mirrors.@Nullable Mirror mirror(ArchiveRequest request, OtherSource other) {
        Optional<CloneAddress> address = CloneAddress.of(other.location());
        boolean local = address.isEmpty() || address.get().isLocal();
        if (local && request.mirror() != null && !request.mirror().address().startsWith("file:")) {
            throw new ArchiveException("an archive that is cloned names no folders of this machine");
        }
        if (address.isEmpty()) {
            return null;
        }
        Mirrors mirrors = request.mirrors();
        if (mirrors == null) {
            throw new ArchiveException("there is no cache folder to keep a copy of " + address.get());
        }
        try {
            return mirrors.of(address.get());
        } catch (ArchiveException e) {
            // What git says tells too much of this machine and its network.
            throw new ArchiveException("cannot reach " + address.get(), e);
        }
    }

    private static ArchiveTree tree(ArchiveRequest request, OtherSource other, Mirrors.@Nullable Mirror mirror) {
        Path location = mirror != null ? mirror.folder() : request.location().toAbsolutePath().normalize().resolve(other.location());
        if (other.content() != null) {
            return ArchiveTree.open(other.id(), location, other.ref(), other.content().equals(".") ? "" : other.content());
        }
        ArchiveTree whole = ArchiveTree.open(other.id(), location, other.ref());
        if (whole.files().stream().noneMatch(entry -> entry.path().path().startsWith(CONTENT + "/"))) {
            return whole;
        }
        whole.close();
        return ArchiveTree.open(other.id(), location, other.ref(), CONTENT);
    }

    void close() {
        trees.forEach(ArchiveTree::close);
    }
}
