package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Edit;
import org.pressroom.diagnostic.Fix;
import org.pressroom.files.AtomicFile;
import org.pressroom.files.FileProblem;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.TreeEntry;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.rules.RuleEngine;
import org.pressroom.source.LineMap;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceSpan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Makes the edits that findings carry, and leaves every other byte as it is: byte order mark, line ends, quotes, comments.
///
/// Each document is read and checked once more, so that edits and bytes belong together, and again after each round of
/// edits, since a key that is spelt right may have a value that is not. What the baseline or a comment lets stand, stays.
public final class Fixes {

    /// A key, then its value, and one more that finds nothing to do.
    private static final int ROUNDS = 4;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final ArchiveSession session;
    private final Path folder;
    private final DocumentParser parser;
    private final RuleEngine engine;
    /// Folders without what a killed command left in them.
    private final Set<String> tidied = new HashSet<>();

    private Fixes(ArchiveSession session) {
        this.session = session;
        this.folder = session.tree().folder().orElseThrow(() -> new ArchiveException(
            "--fix changes files on disk, and " + session.tree().description() + " is not on disk; check out a working tree and run it there"));
        this.parser = new DocumentParser(session.configuration(), _ -> false);
        // Nothing that can be mended depends on the day.
        this.engine = new RuleEngine(session.configuration(), LocalDate.EPOCH);
    }

    /// Mends documents.
    ///
    /// @param findings whose edits are wanted; others of the same documents are left alone
    /// @param write    whether to write the documents, or only to tell what would change
    /// @param refusals is given a sentence for each document that could not be written; the others are
    /// @return what changed, in order of path
    /// @throws ArchiveException when the archive can't be written at all
    public static List<Mended> of(ArchiveRequest request, List<Diagnostic> findings, boolean write, Consumer<String> refusals) {
        Map<SourcePath, List<Diagnostic>> byFile = new TreeMap<>();
        for (Diagnostic finding : findings) {
            SourcePath file = finding.file();
            if (file != null && file.source().equals(SourceId.MAIN) && edit(finding) != null) {
                byFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(finding);
            }
        }
        List<Mended> all = new ArrayList<>();
        try (ArchiveSession session = ArchiveSession.open(request)) {
            Fixes fixes = new Fixes(session);
            Map<SourcePath, TreeEntry> documents = new HashMap<>();
            session.documents().forEach(entry -> documents.put(entry.path(), entry));
            byFile.forEach((path, wanted) -> {
                TreeEntry entry = documents.get(path);
                if (entry != null) {
                    fixes.mend(entry, wanted, write, refusals, all);
                }
            });
        }
        return List.copyOf(all);
    }

    private static @Nullable Edit edit(Diagnostic finding) {
        Fix fix = finding.fix();
        return fix == null ? null : fix.edit();
    }

    private void mend(TreeEntry entry, List<Diagnostic> wanted, boolean write, Consumer<String> refusals, List<Mended> all) {
        SourceFile file = session.read(entry);
        int start = Arrays.mismatch(file.bytes(), MARK) == MARK.length ? MARK.length : 0;
        String before = new String(file.bytes(), start, file.bytes().length - start, StandardCharsets.UTF_8);
        if (!Arrays.equals(bytes(before, start), file.bytes())) {
            refusals.accept(entry.path() + " was not changed: it is no longer UTF-8");
            return;
        }
        List<Diagnostic> found = check(entry.path(), before);
        Set<String> others = new HashSet<>();
        found.stream().filter(finding -> !wanted.contains(finding)).forEach(finding -> others.add(name(finding)));
        String text = before;
        int fixes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Edit> edits = edits(found, others);
            if (edits.isEmpty()) {
                break;
            }
            text = edited(text, edits);
            fixes += edits.size();
            found = check(entry.path(), text);
        }
        if (text.equals(before)) {
            return;
        }
        if (write) {
            try {
                Path written = folder.resolve(entry.path().path());
                AtomicFile.replace(written, file.bytes(), bytes(text, start));
                if (tidied.add(String.valueOf(written.getParent()))) {
                    AtomicFile.removeLeftovers(written);
                }
            } catch (IOException e) {
                refusals.accept(entry.path() + " was not changed: " + FileProblem.of(e));
                return;
            }
        }
        all.add(new Mended(entry.path(), before, text, fixes));
    }

    private List<Diagnostic> check(SourcePath path, String text) {
        ParseOutcome outcome = parser.parse(new SourceFile(path, "", text.getBytes(StandardCharsets.UTF_8)));
        return engine.check(outcome, null).findings();
    }

    /// A finding without its place, which moves when others are mended.
    private static String name(Diagnostic finding) {
        return finding.rule() + "\n" + finding.message();
    }

    /// In order of place, none inside another.
    private static List<Edit> edits(List<Diagnostic> found, Set<String> others) {
        List<Edit> sorted = new ArrayList<>();
        for (Diagnostic finding : found) {
            Edit edit = edit(finding);
            if (edit != null && !others.contains(name(finding))) {
                sorted.add(edit);
            }
        }
        sorted.sort(Comparator.comparing((Edit e) -> e.at().line()).thenComparing(e -> e.at().column()));
        List<Edit> edits = new ArrayList<>();
        for (Edit edit : sorted) {
            if (edits.isEmpty() || edits.getLast().at().line() < edit.at().line()
                    || edits.getLast().at().endColumn() <= edit.at().column()) {
                edits.add(edit);
            }
        }
        return edits;
    }

    private static String edited(String text, List<Edit> edits) {
        LineMap lines = LineMap.of(text);
        StringBuilder out = new StringBuilder(text.length() + 64);
        int done = 0;
        for (Edit edit : edits) {
            SourceSpan span = edit.at().span(lines);
            out.append(text, done, span.start()).append(edit.replacement());
            done = span.end();
        }
        return out.append(text, done, text.length()).toString();
    }

    private static byte[] bytes(String text, int mark) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(Arrays.copyOf(MARK, mark), mark + utf8.length);
        System.arraycopy(utf8, 0, bytes, mark, utf8.length);
        return bytes;
    }
}
