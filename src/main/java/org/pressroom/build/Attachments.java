package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.MediaTypes;
import org.pressroom.catalog.AddressName;
import org.pressroom.catalog.LinkTarget;
import org.pressroom.catalog.PictureSize;
import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.FileProblem;
import org.pressroom.files.Staging;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files that published documents refer to. They stand in a folder of their own, `files/`, at their path, each name made
/// safe; what no published document names is not there.
///
/// @param addresses of those that are published, in order of path
/// @param withheld  why others are not
/// @param unreadable those of `withheld` that are there and can't be read, each with the cause, in order of path
/// @param sizes     of published pictures, as far as they are known
/// @param located   published pictures that note where they were taken
/// @param labels    published drawings of which labels in HTML are left out
public record Attachments(SortedMap<SourcePath, String> addresses, Map<SourcePath, String> withheld, SortedMap<SourcePath, String> unreadable,
        Map<SourcePath, PictureSize> sizes, Set<SourcePath> located, Set<SourcePath> labels) {

    private static final String LOCATION = "picture-location";
    private static final String LABELS = "picture-labels";

    private static final String FOLDER = "files/";

    /// Those whose words can be read; in others names stay.
    private static final Set<String> TEXTS = Set.of("txt", "csv", "tsv", "json", "ics", "rtf", "svg");

    /// In longer texts nobody looks for people.
    private static final int NAMES_MAX_BYTES = 10_000_000;

    /// Those that may have a size that [PictureHeader] reads.
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp", "svg");

    public Attachments {
        withheld = Map.copyOf(withheld);
        unreadable = Collections.unmodifiableSortedMap(unreadable);
        sizes = Map.copyOf(sizes);
        located = Set.copyOf(located);
        labels = Set.copyOf(labels);
    }

    /// What is known of a file once it has been looked at.
    private record Seen(Attachment verdict, @Nullable PictureSize size) { }

    /// Looks at every file that is there, once, and decides about it.
    ///
    /// @param linked what published documents name, whether it is there or not
    /// @param names  under which people go
    static Attachments of(ArchiveSession session, Set<SourcePath> linked, Names names, Workers workers) {
        List<TreeEntry> files = session.assets().stream().filter(file -> linked.contains(file.path())).sorted().toList();
        @Nullable Seen[] seen = new @Nullable Seen[files.size()];
        boolean keep = session.configuration().site().imageMetadata();
        workers.forEach(seen.length, i -> seen[i] = seen(session.treeOf(files.get(i).path()), files.get(i), names, keep));
        SortedMap<SourcePath, String> addresses = new TreeMap<>();
        Map<SourcePath, String> withheld = new HashMap<>();
        SortedMap<SourcePath, String> unreadable = new TreeMap<>();
        Map<SourcePath, PictureSize> sizes = new TreeMap<>();
        Set<SourcePath> located = new HashSet<>();
        Set<SourcePath> labels = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < seen.length; i++) {
            SourcePath path = files.get(i).path();
            Seen file = Objects.requireNonNull(seen[i]);
            switch (file.verdict) {
                case Attachment.Withheld(String reason) -> withheld.put(path, reason);
                case Attachment.Unreadable(String reason) -> {
                    withheld.put(path, "it can't be read: " + reason);
                    unreadable.put(path, reason);
                }
                case Attachment.Published(String ending, boolean noted, boolean lacking) -> {
                    if (noted) {
                        located.add(path);
                    }
                    if (lacking) {
                        labels.add(path);
                    }
                    addresses.put(path, address(path, session.content(), names, ending, taken));
                    if (file.size != null) {
                        sizes.put(path, file.size);
                    }
                }
            }
        }
        return new Attachments(addresses, withheld, unreadable, sizes, located, labels);
    }

    /// About files that can't be read, about drawings that are published without something, and about pictures that note where they were taken: whoever can read the repository can read the place, and where it is kept, everybody.
    List<Diagnostic> findings(Configuration configuration) {
        List<Diagnostic> findings = new ArrayList<>();
        unreadable.forEach((path, cause) -> findings.add(new Diagnostic(ArchiveSession.UNREADABLE, Severity.ERROR, path, Position.START,
            "the file can't be read: " + cause, new Fix("complete the clone with `git fetch --refetch`, or check the file's permissions"), null)));
        boolean kept = configuration.site().imageMetadata();
        Optional<Severity> severity = configuration.severityOf(LOCATION, kept ? Severity.WARNING : Severity.INFO);
        severity.ifPresent(its -> located.stream().sorted().forEach(path -> findings.add(new Diagnostic(LOCATION, its, path, Position.START,
            kept ? "the picture is published with the location where it was taken" : "the file has the location where the picture was taken; the published copy does not",
            new Fix(kept ? "remove the location from the file, or `keep-image-metadata` from the configuration" : "remove the location from the file, if others can read the repository"),
            null))));
        configuration.severityOf(LABELS, Severity.INFO).ifPresent(its -> labels.stream().sorted().forEach(path -> findings.add(new Diagnostic(LABELS, its, path, Position.START,
            "labels in the drawing are HTML (foreignObject), which could run something, and are left out; their words are shown as plain text",
            new Fix("look at the picture on the site; if something is missing, export the drawing again with its text as plain SVG, without formatted text"), null))));
        return findings;
    }

    /// Whether a file is a picture that browsers show and of which the size can be read.
    static boolean isPicture(SourcePath path) {
        return PICTURES.contains(MediaTypes.ending(path.fileName()));
    }

    private static Seen seen(ArchiveTree tree, TreeEntry file, Names names, boolean keepMetadata) {
        String name = file.path().fileName();
        try {
            int most = Attachment.bytesToSee(name);
            byte[] bytes = tree.read(file, isPicture(file.path()) ? Math.max(most, PictureHeader.BYTES) : most).bytes();
            Attachment verdict = Attachment.of(name, bytes.length <= most ? bytes.length : tree.size(file), bytes, keepMetadata);
            if (names.hideSomebody() && verdict instanceof Attachment.Published(String ending, boolean _, boolean _) && TEXTS.contains(ending) && tree.size(file) > NAMES_MAX_BYTES) {
                verdict = new Attachment.Withheld("it has more than " + NAMES_MAX_BYTES / 1_000_000 + " MB of text, too much to search for the names of hidden people");
            }
            return new Seen(verdict, isPicture(file.path()) ? PictureHeader.read(bytes).orElse(null) : null);
        } catch (ArchiveException.OfFile e) {
            return new Seen(new Attachment.Unreadable(e.reason()), null);
        }
    }

    private static String address(SourcePath path, String content, Names people, String ending, Set<String> taken) {
        String[] names = (path.path().startsWith(content) ? path.path().substring(content.length()) : path.path()).split("/");
        StringBuilder folder = new StringBuilder(FOLDER);
        if (!path.source().equals(SourceId.MAIN)) {
            folder.append(path.source()).append('/');
        }
        for (int i = 0; i < names.length - 1; i++) {
            folder.append(AddressName.of(people.address(names[i], path))).append('/');
        }
        String last = names[names.length - 1];
        // Of two endings only the last counts for a browser, but not for every server: `x.html.png` becomes `x-html.png`.
        String stem = MediaTypes.ending(last).equals(ending) ? last.substring(0, last.length() - ending.length() - 1) : last.replace('.', '-');
        stem = people.address(stem, path);
        String address = folder + AddressName.of(stem) + "." + ending;
        for (int salt = 0; !taken.add(AddressName.folded(address)); salt++) {
            address = folder + AddressName.withHash(AddressName.of(stem), path + "\n".repeat(salt)) + "." + ending;
        }
        return address;
    }

    /// What links lead to instead of files that are not published here.
    Map<SourcePath, LinkTarget> and(Map<SourcePath, LinkTarget> elsewhere) {
        Map<SourcePath, LinkTarget> all = new HashMap<>(elsewhere);
        withheld.forEach((path, reason) -> all.put(path, new LinkTarget.Withheld(reason)));
        return all;
    }

    /// Puts all of them where they stand on the site.
    void write(ArchiveSession session, Staging site, Workers workers) {
        List<TreeEntry> files = session.assets().stream().filter(file -> addresses.containsKey(file.path())).toList();
        Names names = Names.of(session);
        workers.forEach(files.size(), i -> {
            TreeEntry file = files.get(i);
            String address = String.valueOf(addresses.get(file.path()));
            try (OutputStream out = site.open(address)) {
                write(session, file, names.hideSomebody() && TEXTS.contains(MediaTypes.ending(address)) ? names : Names.AS_WRITTEN, out);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot copy " + file.path() + ": " + FileProblem.of(e), e);
            }
        });
    }

    /// @param names under which people go in the file; [Names#AS_WRITTEN] to copy it as it is
    private static void write(ArchiveSession session, TreeEntry file, Names names, OutputStream out) throws IOException {
        String ending = MediaTypes.ending(file.path().fileName());
        ArchiveTree tree = session.treeOf(file.path());
        if (CleanPicture.isFor(ending)) {
            byte[] picture = tree.read(file, Attachment.PICTURE_MAX_BYTES).bytes();
            CleanPicture clean = CleanPicture.of(ending, picture, session.configuration().site().imageMetadata());
            if (names == Names.AS_WRITTEN) {
                clean.writeTo(out);
            } else {
                out.write(names.inText(clean.bytes()));
            }
        } else if (names != Names.AS_WRITTEN) {
            out.write(names.inText(tree.read(file, NAMES_MAX_BYTES).bytes()));
        } else {
            tree.copy(file, out);
        }
    }
}
