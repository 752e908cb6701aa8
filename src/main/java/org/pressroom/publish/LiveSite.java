package org.pressroom.publish;

import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.files.Staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/// What stands in an output folder, and whose it is.
///
/// A name in a manifest proves nothing: a folder that was unpacked from elsewhere may hold a manifest that somebody wrote to have a
/// user's files deleted, and a page may have been edited where it stands. So a file is ours when its content is what the manifest says,
/// and anything else is neither replaced nor deleted: the publication is refused before it begins, since a site that is
/// half new, or that still shows what was taken out of the archive, would pass unnoticed. Only what is about to change is looked at.
///
/// @param last what Pressroom put there, as the manifest has it
record LiveSite(SafeFolder site, Manifest last) {

    private static final String GIT = ".git";

    /// The file with this address, when it has this content.
    Optional<Path> file(String address, Staging.Content content) throws IOException {
        if (!content.hash().equals(last.files().get(address)) || last.before().containsKey(address)) {
            return Optional.empty();
        }
        Path live = site.path().resolve(address);
        return Files.isRegularFile(live, LinkOption.NOFOLLOW_LINKS) && Files.size(live) == content.size() ? Optional.of(live) : Optional.empty();
    }

    /// Addresses of the last publication that are not of the next.
    ///
    /// A manifest may have been edited: what it names must lie in the output folder, and be neither our own nor git's.
    SortedSet<String> stale(Collection<String> next) {
        SortedSet<String> stale = new TreeSet<>(last.files().keySet());
        stale.removeAll(next);
        stale.removeIf(address -> !mayBeOurs(address));
        return stale;
    }

    private boolean mayBeOurs(String address) {
        try {
            for (Path name : site.path().relativize(site.path(address))) {
                if (name.toString().equals(Manifest.FOLDER) || name.toString().equalsIgnoreCase(GIT)) {
                    return false;
                }
            }
            return site.file(address).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /// The content of files that are about to be replaced or deleted, as far as they are there: address to hash.
    ///
    /// @throws PublishException when one of them is not ours
    SortedMap<String, String> contents(Collection<String> changed, Collection<String> stale) {
        refuseInTheWay(changed);
        SortedMap<String, String> contents = new ConcurrentSkipListMap<>();
        SortedSet<String> foreign = new TreeSet<>();
        List.of(changed, stale).forEach(addresses -> addresses.parallelStream().forEach(address ->
            file(address).ifPresent(file -> contents.put(address, hash(file)))));
        contents.forEach((address, hash) -> {
            if (!hash.equals(last.files().get(address)) && !hash.equals(last.before().get(address))) {
                foreign.add(address);
            }
        });
        if (!foreign.isEmpty()) {
            throw changed(foreign);
        }
        return new TreeMap<>(contents);
    }

    private PublishException changed(SortedSet<String> foreign) {
        int others = foreign.size() - 1;
        Path first = site.path().resolve(foreign.first());
        return new PublishException(others == 0
            ? first + " is not as Pressroom wrote it, so it was neither replaced nor deleted, and the site is unchanged; move it away and build again"
            : first + " and " + others + (others == 1 ? " other file" : " other files") + " are not as Pressroom wrote them, so they were neither replaced"
                + " nor deleted, and the site is unchanged; move them away, or publish to an empty folder");
    }

    private Optional<Path> file(String address) {
        try {
            return site.file(address);
        } catch (IOException e) {
            throw new UncheckedIOException(FileProblem.of(e), e);
        }
    }

    /// Whatever lies in the way of a file of ours must be named by the manifest.
    private void refuseInTheWay(Collection<String> addresses) {
        Map<Path, Boolean> folders = new HashMap<>(Map.of(site.path(), true));
        for (String address : addresses) {
            Path file = site.path().resolve(address);
            if (isFolder(file.getParent(), folders) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && (Files.isSymbolicLink(file) || Files.isDirectory(file) || !last.files().containsKey(address))) {
                throw inTheWay(file);
            }
        }
    }

    /// Whether there is such a folder; where there is none, nothing below it is in the way.
    ///
    /// @param known of which it is known
    private boolean isFolder(@Nullable Path at, Map<Path, Boolean> known) {
        if (at == null) {
            return false;
        }
        Boolean found = known.get(at);
        if (found == null) {
            found = isFolder(at.getParent(), known) && Files.exists(at, LinkOption.NOFOLLOW_LINKS);
            if (found && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                if (Files.isSymbolicLink(at) || !last.files().containsKey(Publisher.address(site.path(), at))) {
                    throw inTheWay(at);
                }
                found = false;
            }
            known.put(at, found);
        }
        return found;
    }

    private static PublishException inTheWay(Path at) {
        return new PublishException(at + " is in the way and was not made by Pressroom; move it away");
    }

    private static String hash(Path file) {
        try {
            return Staging.Content.of(file).hash();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
