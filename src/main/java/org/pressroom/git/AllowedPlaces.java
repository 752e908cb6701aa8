package org.pressroom.git;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What outside its own folder an archive may name: nothing, unless whoever builds allows it.
///
/// An archive is written by many hands, and a site is read by many eyes. A folder that an archive names may be anything on the
/// building machine, and an address is fetched with the builder's credentials.
///
/// @param everything whether a configuration that is the builder's own names the places
/// @param folders    folders, without links on the way, that may be read with all that is in them
/// @param addresses  beginnings of addresses; each ends where a part of the path ends
public record AllowedPlaces(boolean everything, List<Path> folders, List<URI> addresses) {

    /// Nothing outside the archive's folder.
    public static final AllowedPlaces NONE = new AllowedPlaces(false, List.of(), List.of());

    public AllowedPlaces {
        folders = List.copyOf(folders);
        addresses = List.copyOf(addresses);
    }

    /// Reads what a command line allows.
    ///
    /// @param prefixes folders, and addresses as [CloneAddress] has them
    /// @throws ArchiveException when one is neither
    public static AllowedPlaces of(List<String> prefixes) {
        List<Path> folders = new ArrayList<>();
        List<URI> addresses = new ArrayList<>();
        for (String prefix : prefixes) {
            if (prefix.contains("://")) {
                address(prefix, folders, addresses);
            } else {
                folders.add(folder(prefix));
            }
        }
        return new AllowedPlaces(false, folders, addresses);
    }

    private static void address(String prefix, List<Path> folders, List<URI> addresses) {
        try {
            URI address = new URI(prefix).normalize();
            if ("file".equalsIgnoreCase(address.getScheme()) && address.getPath() != null) {
                folders.add(folder(address.getPath()));
                return;
            } else if (address.getHost() != null) {
                addresses.add(address);
                return;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new ArchiveException("--allow-source " + prefix + " is not the beginning of an address; write https://host/path, ssh://host/path or a folder");
    }

    private static Path folder(String written) {
        try {
            Path folder = Path.of(written);
            return real(folder).orElseGet(() -> folder.toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new ArchiveException("--allow-source " + written + " is not the name of a folder", e);
        }
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The same, and everything that a configuration of the builder's own names.
    public AllowedPlaces withEverything() {
        return new AllowedPlaces(true, folders, addresses);
    }

    /// Whether a folder or file may be read.
    ///
    /// @param place without links on the way
    public boolean holds(Path place) {
        return everything || folders.stream().anyMatch(place::startsWith);
    }

    /// Whether a repository may be cloned.
    public boolean holds(CloneAddress address) {
        if (everything) {
            return true;
        }
        URI asked;
        try {
            asked = new URI(address.toString()).normalize();
        } catch (URISyntaxException e) {
            return false;
        }
        if (address.isLocal()) {
            Path folder = Path.of(asked.getPath());
            return holds(real(folder).orElseGet(folder::normalize));
        }
        return addresses.stream().anyMatch(allowed -> begins(asked, allowed));
    }

    private static boolean begins(URI asked, URI allowed) {
        String below = allowed.getPath().replaceFirst("(?<!/)/++$", "");
        return lower(asked.getScheme()).equals(lower(allowed.getScheme())) && lower(asked.getHost()).equals(lower(allowed.getHost()))
            && asked.getPort() == allowed.getPort() && (asked.getPath().equals(below) || asked.getPath().startsWith(below + "/"))
            && !(asked.getPath() + "/").contains("/../");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
