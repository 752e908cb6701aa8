package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.parallel.Workers;
import org.pressroom.source.SourcePath;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// What a listing of some files and folders shows, in brief: names, kinds, and of the files that count the size, the time of the
/// last change and the number on the disk. Nothing is read.
///
/// @param hash   differs when anything of it does
/// @param newest the latest change of any of it, in milliseconds from 1970
record DiskState(String hash, long newest) {

    private static final String GIT = ".git";
    private static final String IGNORED = ".gitignore";

    private record Part(byte[] hash, long newest) { }

    /// @param files   any, also such as are not there; links are followed
    /// @param folders whose entries are listed
    /// @param all     whether any file there counts, and not only what may be a document or a list of ignored files
    /// @throws IOException when something can't be looked at
    static DiskState of(List<Path> files, List<Path> folders, boolean all, Workers workers) throws IOException {
        @Nullable Part[] parts = new @Nullable Part[folders.size() + 1];
        workers.forEach(parts.length, i -> parts[i] = i < folders.size() ? folder(folders.get(i), all) : files(files));
        MessageDigest whole = sha();
        IntStream.range(0, parts.length).forEach(i -> whole.update(Objects.requireNonNull(parts[i]).hash));
        return new DiskState(HexFormat.of().formatHex(whole.digest()),
            Arrays.stream(parts).mapToLong(part -> Objects.requireNonNull(part).newest).max().orElse(0));
    }

    private static Part files(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        long newest = 0;
        for (Path file : files) {
            text.append(file).append(Files.isSymbolicLink(file) ? " link" : "");
            BasicFileAttributes now = attributes(file);
            if (now == null || !now.isRegularFile()) {
                text.append(now == null ? " none\n" : " other\n");
            } else {
                newest = Math.max(newest, now.lastModifiedTime().toMillis());
                stat(now, text);
            }
        }
        return part(text, newest);
    }

    private static Part folder(Path folder, boolean all) throws IOException {
        StringBuilder text = new StringBuilder();
        File place = folder.toFile();
        String[] names = place.list();
        if (names == null) {
            return part(text, 0);
        }
        Arrays.sort(names);
        BasicFileAttributes own = attributes(folder, LinkOption.NOFOLLOW_LINKS);
        long newest = own == null ? 0 : own.lastModifiedTime().toMillis();
        for (String name : names) {
            if (name.startsWith(".") && !name.equals(GIT) && !name.equals(IGNORED)) {
                continue;
            }
            text.append(name);
            BasicFileAttributes now = attributes(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
            if (now == null || !now.isRegularFile()) {
                text.append(now == null ? " none\n" : now.isDirectory() ? " folder\n" : " other\n");
                continue;
            }
            newest = Math.max(newest, now.lastModifiedTime().toMillis());
            if (all || name.equals(IGNORED) || SourcePath.isMarkdown(name)) {
                stat(now, text);
            } else {
                text.append(" file\n");
            }
        }
        return part(text, newest);
    }

    private static void stat(BasicFileAttributes now, StringBuilder text) {
        text.append(' ').append(now.size()).append(' ').append(now.lastModifiedTime().to(TimeUnit.NANOSECONDS)).append(' ')
            .append(Objects.hashCode(now.fileKey())).append('\n');
    }

    private static @Nullable BasicFileAttributes attributes(Path file, LinkOption... options) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, options);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static Part part(StringBuilder text, long newest) {
        return new Part(sha().digest(text.toString().getBytes(StandardCharsets.UTF_8)), newest);
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
