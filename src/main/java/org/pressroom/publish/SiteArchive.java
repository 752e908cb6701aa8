package org.pressroom.publish;

import org.pressroom.files.AtomicFile;
import org.pressroom.files.FileProblem;
import org.pressroom.files.RegularFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A site as one file: a zip (APPNOTE 6.3), or a tar, gzipped. The same site gives the same bytes.
public final class SiteArchive {

    /// What every file was last changed at, as far as the archive tells: the earliest that a zip can say.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SiteArchive() { }

    /// Whether a file's name is that of such an archive.
    public static boolean isNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".zip") || lower.endsWith(".tar.gz") || lower.endsWith(".tgz");
    }

    /// The addresses of a site's files, in order; what is Pressroom's own is left out.
    ///
    /// @param site a folder to which a site was published
    public static List<String> addresses(Path site) throws IOException {
        List<String> addresses = new ArrayList<>();
        Files.walkFileTree(site, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(site.resolve(Manifest.FOLDER)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    addresses.add(Publisher.address(site, file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        addresses.sort(null);
        return addresses;
    }

    /// Writes the archive whole, in the place of one that is there, or not at all.
    ///
    /// @return how many files it holds
    /// @throws PublishException when it can't be written; what was there is as it was
    public static int write(Path site, Path file) {
        try {
            List<String> addresses = addresses(site);
            AtomicFile.write(file, out -> {
                if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip")) {
                    zip(site, addresses, out);
                } else {
                    tar(site, addresses, out);
                }
            });
            return addresses.size();
        } catch (IOException e) {
            throw new PublishException("cannot write " + file + ": " + FileProblem.of(e) + "; what was there is as it was", e);
        }
    }

    private static void zip(Path site, List<String> addresses, OutputStream to) throws IOException {
        ZipOutputStream out = new ZipOutputStream(to, StandardCharsets.UTF_8);
        for (String address : addresses) {
            ZipEntry entry = new ZipEntry(address);
            entry.setTimeLocal(TIME);
            out.putNextEntry(entry);
            try (InputStream in = RegularFile.open(site.resolve(address), LinkOption.NOFOLLOW_LINKS)) {
                in.transferTo(out);
            }
            out.closeEntry();
        }
        out.finish();
    }

    private static void tar(Path site, List<String> addresses, OutputStream to) throws IOException {
        GZIPOutputStream out = new GZIPOutputStream(to, 1 << 16);
        try (TarWriter tar = new TarWriter(out, 0)) {
            for (String address : addresses) {
                tar.file(address, site.resolve(address), 0644);
            }
        }
        out.finish();
    }
}
