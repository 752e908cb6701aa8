package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.MediaTypes;
import org.pressroom.catalog.AddressName;
import org.pressroom.catalog.PictureSize;
import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files that published documents refer to. They stand in a folder of their own, `files/`, at their path, each name made
/// safe; what no published document names is not there.
///
/// @param addresses of those that are published, in order of path
/// @param withheld  why others are not
/// @param sizes     of published pictures, as far as they are known
/// @param located   published pictures that note where they were taken
public record Attachments(SortedMap<SourcePath, String> addresses, Map<SourcePath, String> withheld, Map<SourcePath, PictureSize> sizes, Set<SourcePath> located) {

    private static final String LOCATION = "picture-location";

    private static final String FOLDER = "files/";

    /// Those that may have a size that [PictureHeader] reads.
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp", "svg");

    public Attachments {
        withheld = Map.copyOf(withheld);
        sizes = Map.copyOf(sizes);
        located = Set.copyOf(located);
    }

    /// What is known of a file once it has been looked at.
    private record Seen(Attachment verdict, @Nullable PictureSize size) { }

    /// Decides about every file that is there.
    ///
    /// @param linked what published documents name, whether it is there or not
    static Attachments of(ArchiveSession session, Set<SourcePath> linked, Workers workers) {
        List<TreeEntry> files = session.assets().stream().filter(file -> linked.contains(file.path())).sorted().toList();
        @Nullable Seen[] seen = new @Nullable Seen[files.size()];
        boolean keep = session.configuration().site().imageMetadata();
        workers.forEach(seen.length, i -> seen[i] = seen(session.treeOf(files.get(i).path()), files.get(i), keep));
        SortedMap<SourcePath, String> addresses = new TreeMap<>();
        Map<SourcePath, String> withheld = new TreeMap<>();
        Map<SourcePath, PictureSize> sizes = new TreeMap<>();
        Set<SourcePath> located = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < seen.length; i++) {
            SourcePath path = files.get(i).path();
            Seen file = seen[i];
            switch (file == null ? new Attachment.Withheld("it was not read") : file.verdict) {
                case Attachment.Withheld(String reason) -> withheld.put(path, reason);
                case Attachment.Published(String ending, boolean noted) -> {
                    if (noted) {
                        located.add(path);
                    }
                    addresses.put(path, address(path, session.content(), ending, taken));
                    if (file != null && file.size != null) {
                        sizes.put(path, file.size);
                    }
                }
            }
        }
        return new Attachments(addresses, withheld, sizes, located);
    }

    /// Pictures that note where they were taken: whoever can read the repository can read the place, and where it is kept, everybody.
    List<Diagnostic> findings(Configuration configuration) {
        boolean kept = configuration.site().imageMetadata();
        Optional<Severity> severity = configuration.severityOf(LOCATION, kept ? Severity.WARNING : Severity.INFO);
        return severity.isEmpty() ? List.of() : located.stream().sorted().map(path -> new Diagnostic(LOCATION, severity.get(), path, Position.START,
            kept ? "the picture is published with the place at which it was taken" : "the file has the place at which the picture was taken; the published copy does not",
            new Fix(kept ? "take the place out of the file, or `keep-image-metadata` out of the configuration" : "take the place out of the file, if others can read the repository"),
            null)).toList();
    }

    /// Whether a file is a picture that browsers show and of which the size can be read.
    static boolean isPicture(SourcePath path) {
        return PICTURES.contains(MediaTypes.ending(path.fileName()));
    }

    private static Seen seen(ArchiveTree tree, TreeEntry file, boolean keepMetadata) {
        String name = file.path().fileName();
        try {
            int most = Attachment.bytesToSee(name);
            byte[] bytes = tree.read(file, isPicture(file.path()) ? Math.max(most, PictureHeader.BYTES) : most).bytes();
            Attachment verdict = Attachment.of(name, bytes.length <= most ? bytes.length : tree.size(file), bytes, keepMetadata);
            return new Seen(verdict, isPicture(file.path()) ? PictureHeader.read(bytes).orElse(null) : null);
        } catch (ArchiveException e) {
            return new Seen(new Attachment.Withheld("it can't be read"), null);
        }
    }

    private static String address(SourcePath path, String content, String ending, Set<String> taken) {
        String[] names = (path.path().startsWith(content) ? path.path().substring(content.length()) : path.path()).split("/");
        StringBuilder folder = new StringBuilder(FOLDER);
        if (!path.source().equals(SourceId.MAIN)) {
            folder.append(path.source()).append('/');
        }
        for (int i = 0; i < names.length - 1; i++) {
            folder.append(AddressName.of(names[i])).append('/');
        }
        String last = names[names.length - 1];
        // Of two endings only the last counts for a browser, but not for every server: `x.html.png` becomes `x-html.png`.
        String stem = MediaTypes.ending(last).equals(ending) ? last.substring(0, last.length() - ending.length() - 1) : last.replace('.', '-');
        String address = folder + AddressName.of(stem) + "." + ending;
        for (int salt = 0; !taken.add(address); salt++) {
            address = folder + AddressName.of(stem + " " + (path.path() + "\n".repeat(salt + 1)).hashCode()) + "." + ending;
        }
        return address;
    }

    /// Puts all of them where they stand on the site.
    ///
    /// @return their addresses
    List<String> write(ArchiveSession session, Path staging, Workers workers) {
        List<TreeEntry> files = session.assets().stream().filter(file -> addresses.containsKey(file.path())).toList();
        SafeFolder site = SafeFolder.at(staging);
        workers.forEach(files.size(), i -> {
            TreeEntry file = files.get(i);
            try (OutputStream out = site.create(String.valueOf(addresses.get(file.path())))) {
                write(session, file, out);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot copy " + file.path() + ": " + FileProblem.of(e), e);
            }
        });
        return new ArrayList<>(addresses.values());
    }

    private static void write(ArchiveSession session, TreeEntry file, OutputStream out) throws IOException {
        String ending = MediaTypes.ending(file.path().fileName());
        ArchiveTree tree = session.treeOf(file.path());
        if (CleanPicture.isFor(ending)) {
            byte[] picture = tree.read(file, Attachment.PICTURE_MAX_BYTES).bytes();
            CleanPicture.of(ending, picture, session.configuration().site().imageMetadata()).writeTo(out);
        } else {
            tree.copy(file, out);
        }
    }
}
