package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.config.OtherSource;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.git.AllowedPlaces;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.CloneAddress;
import org.pressroom.git.Mirrors;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.file.Files;
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
    private static final String REACH = "check that the location is right and can be reached from this machine, for example with `git ls-remote`, then build again";

    Sources {
        trees = List.copyOf(trees);
        unreachable = List.copyOf(unreachable);
    }

    /// Opens the other sources; what can't be is told.
    static Sources open(ArchiveRequest request, ConfigurationFile configured, List<Diagnostic> findings) {
        Configuration configuration = configured.configuration();
        List<ArchiveTree> trees = new ArrayList<>();
        List<LastState> unreachable = new ArrayList<>();
        Mirrors.Mirror itself = request.mirror();
        if (itself != null && itself.failure() != null) {
            unreachable.add(new LastState(SourceId.MAIN, itself.reached()));
            add(configuration, findings, null, Position.START, "the archive " + itself.address()
                + " can't be reached; its state of " + itself.reached() + " is used", REACH);
        }
        SourcePath file = configured.path();
        for (OtherSource other : configuration.scope().sources()) {
            Position place = Position.at(other.line(), 1);
            try {
                Mirrors.@Nullable Mirror mirror = mirror(request, other);
                trees.add(tree(request, other, mirror));
                if (mirror != null && mirror.failure() != null) {
                    unreachable.add(new LastState(other.id(), mirror.reached()));
                    add(configuration, findings, file, place, "the source `" + other.id() + "` at " + mirror.address()
                        + " can't be reached; its state of " + mirror.reached() + " is used", REACH);
                }
            } catch (NotAllowed e) {
                unreachable.add(new LastState(other.id(), null));
                add(configuration, findings, file, place, "the source `" + other.id() + "` can't be used, so the site is built without it: " + e.getMessage(),
                    "if you want it on the site, build with --allow-source and the beginning of its location: " + e.place);
            } catch (ArchiveException | InvalidPathException e) {
                unreachable.add(new LastState(other.id(), null));
                add(configuration, findings, file, place, "the source `" + other.id() + "` can't be used, so the site is built without it: " + reason(request, e), REACH);
            }
        }
        return new Sources(trees, unreachable);
    }

    private static void add(Configuration configuration, List<Diagnostic> findings, @Nullable SourcePath file, Position place, String message, String fix) {
        configuration.severityOf(RULE, Severity.ERROR).ifPresent(severity -> findings.add(new Diagnostic(RULE, severity, file, place, message,
            new Fix(fix), null)));
    }

    /// Findings are published: they do not tell where on this machine things lie.
    private static String reason(ArchiveRequest request, RuntimeException e) {
        String message = e instanceof ArchiveException.Outside ? "its repository leads outside its folder; `pressroom check` of that folder shows where"
            : String.valueOf(e.getMessage());
        Mirrors mirrors = request.mirrors();
        String shorter = mirrors == null ? message : message.replace(mirrors.folder().toString(), "the cache");
        return shorter.replace(request.location().toAbsolutePath().normalize().toString(), ".");
    }

    /// The archive names a place that it may not name.
    private static final class NotAllowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String place;

        NotAllowed(String message, String place) {
            super(message);
            this.place = place;
        }
    }

    private static Mirrors.@Nullable Mirror mirror(ArchiveRequest request, OtherSource other) {
        Optional<CloneAddress> address = CloneAddress.of(other.location());
        if (address.isEmpty()) {
            return null;
        }
        if (!allowed(request).holds(address.get())) {
            throw new NotAllowed("addresses are fetched with the credentials of the person who builds the site, and this one has not been allowed", address.get().toString());
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

    /// A configuration from elsewhere is not the archive's own but that of whoever builds.
    private static AllowedPlaces allowed(ArchiveRequest request) {
        Path config = request.config();
        try {
            return config == null || config.toRealPath().startsWith(request.location().toRealPath())
                ? request.allowed() : request.allowed().withEverything();
        } catch (IOException e) {
            return request.allowed();
        }
    }

    private static ArchiveTree tree(ArchiveRequest request, OtherSource other, Mirrors.@Nullable Mirror mirror) {
        Path location = mirror != null ? mirror.folder() : folder(request, other);
        if (other.content() != null) {
            return ArchiveTree.open(other.id(), location, other.ref(), other.content().equals(".") ? "" : other.content(), request.allowed());
        }
        ArchiveTree whole = ArchiveTree.open(other.id(), location, other.ref(), "", request.allowed());
        if (whole.files().stream().noneMatch(entry -> entry.path().path().startsWith(CONTENT + "/"))) {
            return whole;
        }
        whole.close();
        return ArchiveTree.open(other.id(), location, other.ref(), CONTENT, request.allowed());
    }

    /// A folder in the archive's own, without links on the way, or one that whoever builds allows.
    private static Path folder(ArchiveRequest request, OtherSource other) {
        Path archive = request.location().toAbsolutePath().normalize();
        Path named = archive.resolve(other.location());
        Path place = named;
        boolean own;
        try {
            Path root = archive.toRealPath();
            place = Files.exists(named) ? named.toRealPath() : root.resolve(other.location()).normalize();
            own = request.mirror() == null && place.startsWith(root) && !ArchiveTree.isHidden(root.relativize(place));
        } catch (IOException e) {
            own = false;
        }
        if (!own && !allowed(request).holds(place)) {
            throw new NotAllowed("it lies outside the archive's folder and has not been allowed", other.location());
        }
        return place;
    }

    void close() {
        trees.forEach(ArchiveTree::close);
    }
}
