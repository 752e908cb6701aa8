package org.pressroom.build;

import org.pressroom.edit.EditException;
import org.pressroom.edit.MetadataChange;
import org.pressroom.edit.MetadataEditor;
import org.pressroom.files.AtomicFile;
import org.pressroom.files.FileProblem;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.TreeEntry;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Changes of documents that were asked for, in memory until they are written.
public final class DocumentChanges {

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /// One document.
    ///
    /// @param file   on disk
    /// @param before all bytes that it has
    /// @param after  all bytes that it gets
    public record Changed(SourcePath path, Path file, byte[] before, byte[] after) {

        /// The text that it had, without a byte order mark.
        public String textBefore() {
            return text(before);
        }

        /// The text that it gets, without a byte order mark.
        public String textAfter() {
            return text(after);
        }
    }

    private final ArchiveSession session;
    private final Path folder;
    private final List<Changed> all = new ArrayList<>();

    /// @throws ArchiveException when the archive is not on disk
    public DocumentChanges(ArchiveSession session) {
        this.session = session;
        this.folder = session.tree().folder().orElseThrow(() -> new ArchiveException(
            session.tree().description() + " is not on disk, so it can't be changed; check out a working tree and run the command there"));
    }

    /// Plans changes of a document's metadata.
    ///
    /// @throws ArchiveException when they can't be made
    public void edit(SourcePath path, List<MetadataChange> changes) {
        TreeEntry entry = session.documents().stream().filter(document -> document.path().equals(path)).findFirst()
            .orElseThrow(() -> new ArchiveException("there is no document " + path));
        SourceFile file = session.read(entry);
        if (file.unreadable() != null) {
            throw new ArchiveException("cannot read " + path + ": " + file.unreadable());
        }
        String before = text(file.bytes());
        byte[] start = isMarked(file.bytes()) ? MARK : new byte[0];
        if (!Arrays.equals(joined(start, before), file.bytes())) {
            throw new ArchiveException(path + " is not UTF-8, so it can't be changed; convert it first");
        }
        if (file.bytes().length > session.configuration().thresholds().documentMaxBytes()) {
            throw new ArchiveException(path + " is larger than `document-max-bytes` allows, so it can't be changed");
        }
        try {
            String after = new MetadataEditor(path, session.configuration().kindOf(path).vocabulary()).edit(before, changes);
            if (!after.equals(before)) {
                all.add(new Changed(path, folder.resolve(path.path()), file.bytes(), joined(start, after)));
            }
        } catch (EditException e) {
            throw new ArchiveException("cannot change " + path + ": " + e.getMessage(), e);
        }
    }

    private static boolean isMarked(byte[] bytes) {
        return bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    }

    private static String text(byte[] bytes) {
        int start = isMarked(bytes) ? MARK.length : 0;
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] start, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + utf8.length);
        System.arraycopy(utf8, 0, all, start.length, utf8.length);
        return all;
    }

    /// What is planned.
    public List<Changed> all() {
        return List.copyOf(all);
    }

    /// Writes each document, or none: when one can't be written, those before it get back what they had.
    ///
    /// @throws ArchiveException when one can't be written
    public void write() {
        List<Changed> written = new ArrayList<>();
        for (Changed document : all) {
            try {
                AtomicFile.replace(document.file(), document.before(), document.after());
                AtomicFile.removeLeftovers(document.file());
                written.add(document);
            } catch (IOException e) {
                String undone = undo(written);
                throw new ArchiveException("cannot write " + document.path() + ": " + FileProblem.of(e) + undone, e);
            }
        }
    }

    private static String undo(List<Changed> written) {
        StringBuilder failed = new StringBuilder();
        for (Changed document : written) {
            try {
                AtomicFile.replace(document.file(), document.after(), document.before());
            } catch (IOException e) {
                failed.append("; ").append(document.path()).append(" stays changed: ").append(FileProblem.of(e));
            }
        }
        return failed.isEmpty() ? "; nothing was changed" : failed.toString();
    }
}
