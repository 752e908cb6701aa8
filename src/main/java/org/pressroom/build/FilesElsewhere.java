package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.MediaTypes;
import org.pressroom.catalog.LinkTarget;
import org.pressroom.config.UrlPattern;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.TreeEntry;
import org.pressroom.rules.Restricted;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Files and folders of the archive to which documents link and which the site does not carry: they are read at the archive's host, when
/// that is known, and else are [LinkTarget.Withheld]. Of what nobody may know of there is none.
final class FilesElsewhere {

    private final ArchiveSession session;
    private final Set<SourcePath> linked;
    private final Restricted restricted;
    private final Names names;
    private final @Nullable UrlPattern host;
    private final Set<SourcePath> known = new HashSet<>();
    private final Set<SourcePath> hidden = new HashSet<>();
    private final Map<SourcePath, LinkTarget> targets = new HashMap<>();

    private FilesElsewhere(ArchiveSession session, Set<SourcePath> linked, Restricted restricted, Names names) {
        this.session = session;
        this.linked = linked;
        this.restricted = restricted;
        this.names = names;
        this.host = session.configuration().site().source();
        session.documents().forEach(file -> known.add(file.path()));
        session.pages().forEach(file -> known.add(file.path()));
        session.hidden().forEach(file -> hidden.add(file.path()));
    }

    /// @param linked what published documents name, whether it is there or not
    static Map<SourcePath, LinkTarget> of(ArchiveSession session, Set<SourcePath> linked, Restricted restricted, Names names) {
        FilesElsewhere elsewhere = new FilesElsewhere(session, linked, restricted, names);
        List<ArchiveTree> trees = Stream.concat(Stream.of(session.tree()), session.sources().trees().stream()).toList();
        Set<SourcePath> there = new HashSet<>();
        for (ArchiveTree tree : trees) {
            tree.files().forEach(file -> elsewhere.take(file, there));
        }
        for (SourcePath path : linked) {
            if (!there.contains(path) && !elsewhere.isHidden(path)) {
                trees.stream().filter(tree -> tree.source().equals(path.source())).findFirst().flatMap(tree -> linkOn(tree, path))
                    .ifPresent(link -> elsewhere.targets.put(path, new LinkTarget.Withheld(link + " is a symbolic link, which is not followed")));
            }
        }
        return elsewhere.targets;
    }

    private void take(TreeEntry file, Set<SourcePath> there) {
        SourcePath path = file.path();
        if (isHidden(path)) {
            return;
        }
        for (String folder = path.folder(); !folder.isEmpty(); folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')))) {
            SourcePath its = new SourcePath(path.source(), folder);
            if (linked.contains(its) && there.add(its)) {
                put(its, true, "it is a folder");
            }
        }
        if (linked.contains(path)) {
            there.add(path);
            if (!known.contains(path)) {
                reason(path).ifPresent(reason -> put(path, false, reason));
            }
        }
    }

    private boolean isHidden(SourcePath path) {
        return hidden.contains(path) || restricted.holds(path) || session.configuration().excludes(path);
    }

    /// Why a file is read elsewhere; empty of what the site carries.
    private Optional<String> reason(SourcePath path) {
        boolean outside = path.source().equals(SourceId.MAIN) && !path.path().startsWith(session.content());
        if (path.isMarkdown()) {
            return Optional.of(outside ? "it lies outside the content folder"
                : session.configuration().isTemplate(path) ? "it is a form for new documents, which is left out" : "it is not a document");
        }
        boolean attached = MediaTypes.isAttached(MediaTypes.ending(path.fileName()));
        return attached || !outside && host == null ? Optional.empty() : Optional.of("it lies outside the content folder");
    }

    private void put(SourcePath path, boolean folder, String reason) {
        boolean open = host != null && path.source().equals(SourceId.MAIN) && !names.hides(path);
        targets.put(path, open ? new LinkTarget.Source(address(path, folder)) : new LinkTarget.Withheld(reason));
    }

    private String address(SourcePath path, boolean folder) {
        ArchiveTree tree = session.tree();
        String head = tree.head();
        String address = java.util.Objects.requireNonNull(host).fill(tree.prefix() + path.path(), tree.folder().isPresent() || head == null ? "HEAD" : head);
        // Hosts that write the kind into the address call a folder's `tree`.
        return folder ? address.replaceFirst("/blob/", "/tree/") : address;
    }

    /// The first link on the way to a path; what stands behind it is not looked at.
    private static Optional<String> linkOn(ArchiveTree tree, SourcePath path) {
        if (tree.folder().isEmpty()) {
            return tree.has(path) ? Optional.of(path.path()) : Optional.empty();
        }
        Path at = tree.folder().get();
        List<String> way = new ArrayList<>();
        for (String name : path.path().split("/", -1)) {
            at = at.resolve(name);
            way.add(name);
            if (Files.isSymbolicLink(at)) {
                return Optional.of(String.join("/", way));
            }
        }
        return Optional.empty();
    }
}
