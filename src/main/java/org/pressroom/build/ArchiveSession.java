package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.FileProblem;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.SparseCheckout;
import org.pressroom.git.TreeEntry;
import org.pressroom.source.LfsPointer;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An archive that is open: its files, its configuration, and which of the files are documents.
///
/// @param content   the content folder with a final slash; empty for the root
/// @param documents in order of path
/// @param assets    other files, which documents and pages may refer to, in order of path
/// @param pages     the archive's own pages, which are no documents, in order of path
/// @param hidden    files of which no output may show a trace, since the configuration excludes them; in order of path
/// @param findings  about the configuration and the sources
/// @param unread    about files that can't be read and may be restricted: for their authors alone
/// @param sidecars  files that hold the metadata of documents beside them
/// @param sources   from which documents and assets come beside the archive itself
public record ArchiveSession(
        ArchiveTree tree, Configuration configuration, String content, List<TreeEntry> documents, List<TreeEntry> assets,
        List<TreeEntry> pages, List<TreeEntry> hidden, List<Diagnostic> findings, List<Diagnostic> unread, Sources sources,
        Map<SourcePath, TreeEntry> sidecars) implements AutoCloseable {

    /// Where an archive keeps its theme, and often the form for new documents: nothing there is a proposal.
    private static final String TEMPLATES = "templates/";
    /// Where an archive keeps pages of its own, unless it is the content folder.
    private static final String PAGES = "pages/";
    private static final String TEMPLATE_RULE = "arc-template";
    private static final String ALONE_RULE = "arc-sidecar-alone";
    /// Templates that a finding names.
    private static final int NAMED = 5;
    static final String UNREADABLE = "text-unreadable";
    static final String CONFIGURATION = ConfigurationFile.NAMES.getFirst();

    public ArchiveSession {
        documents = List.copyOf(documents);
        assets = List.copyOf(assets);
        pages = List.copyOf(pages);
        hidden = List.copyOf(hidden);
        findings = List.copyOf(findings);
        unread = List.copyOf(unread);
        sidecars = Map.copyOf(sidecars);
    }

    /// Opens an archive for what is shown to others.
    ///
    /// @throws ArchiveException when there is no such archive, content folder or configuration file
    /// @throws ConfigurationException when the configuration has errors: what it hides is unknown then
    public static ArchiveSession open(ArchiveRequest request) {
        return open(request, true, null);
    }

    /// Opens an archive for its authors alone, who learn what is wrong in the configuration; of that, the defaults stand.
    ///
    /// @throws ArchiveException when there is no such archive, content folder or configuration file
    public static ArchiveSession openToCheck(ArchiveRequest request) {
        return open(request, false, null);
    }

    /// The same under a configuration that is tried, in place of the archive's own.
    public static ArchiveSession openToTry(ArchiveRequest request, String configuration) {
        return open(request, false, configuration);
    }

    /// Whether the same archive is read as it is here: then a reading of one is a reading of both.
    public boolean readsAs(ArchiveSession other) {
        return configuration.saysAs(other.configuration) && content.equals(other.content) && documents.equals(other.documents) && pages.equals(other.pages)
            && hidden.equals(other.hidden) && assets.equals(other.assets) && findings.equals(other.findings) && unread.equals(other.unread);
    }

    private static ArchiveSession open(ArchiveRequest request, boolean strict, @Nullable String tried) {
        ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, request.location(), request.ref(), "", request.allowed());
        try {
            ConfigurationFile configured = tried == null ? ConfigurationFile.read(request, tree) : ConfigurationFile.of(tried, tree);
            if (strict && !configured.findings().isEmpty()) {
                throw new ConfigurationException(configured.findings());
            }
            return open(request, tree, configured, strict);
        } catch (RuntimeException e) {
            tree.close();
            throw e;
        }
    }

    private static ArchiveSession open(ArchiveRequest request, ArchiveTree tree, ConfigurationFile configured, boolean discreet) {
        Configuration configuration = configured.configuration();
        List<Diagnostic> findings = new ArrayList<>(configured.findings());
        findings.addAll(new ArchiveSurroundings(tree).problems(configuration.site().language()));
        List<TreeEntry> files = tree.files();
        String content = contentFolder(request, configuration, files);
        Configuration located = configuration.withContent(content);
        List<Diagnostic> unread = new ArrayList<>();
        tree.misnamed().stream().filter(path -> !located.excludes(path)).forEach(path -> unread.add(misnamed(path)));
        tree.repeated().stream().filter(path -> !located.excludes(path)).forEach(path -> unread.add(repeated(path)));
        String skipped = skipped(request);
        List<TreeEntry> documents = new ArrayList<>();
        List<TreeEntry> assets = new ArrayList<>();
        List<TreeEntry> pages = new ArrayList<>();
        List<TreeEntry> hidden = new ArrayList<>();
        for (TreeEntry file : files) {
            String path = file.path().path();
            if (path.startsWith(PAGES) && !content.startsWith(PAGES)) {
                if (located.excludes(file.path())) {
                    hidden.add(file);
                } else if (!file.path().isMarkdown()) {
                    assets.add(file);
                } else if (isDocument(file.path()) && path.indexOf('/', PAGES.length()) < 0) {
                    pages.add(file);
                }
                continue;
            }
            if (!skipped.isEmpty() && path.startsWith(skipped) || ConfigurationFile.NAMES.contains(path) || path.equals(configuration.baseline())
                    || content.isEmpty() && path.startsWith(TEMPLATES) && file.path().isMarkdown()) {
                continue;
            }
            if (path.startsWith(content)) {
                sort(file, located, documents, assets, hidden);
            } else if (located.excludes(file.path())) {
                hidden.add(file);
            } else if (!file.path().isMarkdown()) {
                assets.add(file);
            }
        }
        Sources sources = Sources.open(request, configured, findings);
        try {
            sources.trees().forEach(other -> other.misnamed().stream().filter(path -> !located.excludes(path)).forEach(path -> unread.add(misnamed(path))));
            sources.trees().forEach(other -> other.files().forEach(file -> sort(file, located, documents, assets, hidden)));
            findings.addAll(unusedExcludes(tree, sources, located, configured, discreet));
            findings.addAll(templates(files, content, located, configured, discreet));
            Map<SourcePath, TreeEntry> sidecars = Sidecars.of(documents, assets);
            if (!discreet) {
                List<TreeEntry> inside = assets.stream().filter(file -> file.path().path().startsWith(content)).toList();
                located.severityOf(ALONE_RULE, Severity.WARNING)
                    .ifPresent(severity -> Sidecars.alone(files, inside, sidecars).forEach(path -> findings.add(alone(path, severity))));
            }
            return new ArchiveSession(tree, located, content, sorted(documents), sorted(assets), pages, sorted(hidden), findings, unread, sources, sidecars);
        } catch (RuntimeException e) {
            sources.close();
            throw e;
        }
    }

    /// What is left out for its name is said, to whoever may know the name.
    private static List<Diagnostic> templates(List<TreeEntry> files, String content, Configuration configuration, ConfigurationFile configured, boolean discreet) {
        List<String> found = files.stream().map(TreeEntry::path)
            .filter(path -> path.path().startsWith(content) && isDocument(path) && !configuration.excludes(path) && configuration.isTemplate(path)
                && !configuration.takesReadme(path) && !path.path().startsWith(PAGES) && !(content.isEmpty() && path.path().startsWith(TEMPLATES)))
            .map(SourcePath::path).toList();
        Optional<Severity> severity = configuration.conventions().templates() == null ? configuration.severityOf(TEMPLATE_RULE, Severity.INFO) : Optional.empty();
        if (found.isEmpty() || severity.isEmpty()) {
            return List.of();
        }
        String names = discreet ? "" : ": " + String.join(", ", found.stream().limit(NAMED).map(name -> "`" + name + "`").toList()) + (found.size() > NAMED ? " and more" : "");
        return List.of(new Diagnostic(TEMPLATE_RULE, severity.get(), configured.path(), Position.START,
            (found.size() == 1 ? "a file is a form for new documents by its name and is left out" : found.size() + " files are forms for new documents by their names and are left out") + names,
            new Fix("if that is right, name them with `templates:` in " + CONFIGURATION + "; with `templates: []` they are documents"), null));
    }

    private static Diagnostic alone(SourcePath path, Severity severity) {
        return new Diagnostic(ALONE_RULE, severity, path, Position.START, "the file holds the metadata of a document, and there is none beside it",
            new Fix("put it beside the document, under the same name, or delete it"), null);
    }

    /// Files that a sparse checkout or an unreachable source leaves out may be what a pattern is for.
    private static List<Diagnostic> unusedExcludes(ArchiveTree tree, Sources sources, Configuration located, ConfigurationFile file, boolean discreet) {
        if (located.exclude().isEmpty() || sources.unreachable().stream().anyMatch(state -> state.reached() == null)) {
            return List.of();
        }
        List<SourcePath> paths = new ArrayList<>();
        Stream.concat(Stream.of(tree), sources.trees().stream()).forEach(each -> {
            each.files().forEach(entry -> paths.add(entry.path()));
            paths.addAll(each.misnamed());
            paths.addAll(each.repeated());
            each.folder().map(SparseCheckout::leftOut).orElse(List.of()).forEach(path -> paths.add(new SourcePath(each.source(), path)));
        });
        return new UnusedExcludes(located, paths).findings(file, discreet);
    }

    private static Diagnostic misnamed(SourcePath path) {
        return new Diagnostic("text-encoding", Severity.ERROR, path, Position.START,
            "the name of the file is not UTF-8, so the file was not read", new Fix("rename the file"), null);
    }

    private static Diagnostic repeated(SourcePath path) {
        return new Diagnostic(UNREADABLE, Severity.ERROR, path, Position.START,
            "the commit names the file more than once, and the first is read", new Fix("commit the file again; `git fsck` lists what is broken"), null);
    }

    private static void sort(TreeEntry file, Configuration configuration, List<TreeEntry> documents, List<TreeEntry> assets, List<TreeEntry> hidden) {
        if (configuration.excludes(file.path())) {
            hidden.add(file);
        } else if (configuration.takesReadme(file.path()) || isDocument(file.path()) && !configuration.isTemplate(file.path())) {
            documents.add(file);
        } else if (!file.path().isMarkdown()) {
            assets.add(file);
        }
    }

    private static List<TreeEntry> sorted(List<TreeEntry> files) {
        return files.stream().sorted().toList();
    }

    /// The tree in which a file lies.
    ArchiveTree treeOf(SourcePath path) {
        return path.source().equals(tree.source()) ? tree
            : sources.trees().stream().filter(other -> other.source().equals(path.source())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " is of no source"));
    }

    /// The session as it would be of each source alone, with the documents and the hidden files that it has. They are closed with this one.
    List<ArchiveSession> parts() {
        List<ArchiveSession> parts = new ArrayList<>();
        parts.add(part(tree, content));
        sources.trees().forEach(other -> parts.add(part(other, "")));
        return parts;
    }

    private ArchiveSession part(ArchiveTree its, String folder) {
        return new ArchiveSession(its, configuration, folder, of(its, documents), List.of(), List.of(), of(its, hidden), List.of(), List.of(), new Sources(List.of(), List.of()), sidecars);
    }

    private List<TreeEntry> of(ArchiveTree its, List<TreeEntry> files) {
        return sources.trees().isEmpty() ? files : files.stream().filter(file -> file.path().source().equals(its.source())).toList();
    }

    private static String skipped(ArchiveRequest request) {
        try {
            Path root = request.location().toRealPath();
            Path skip = request.skip();
            if (skip == null || !Files.exists(skip) || !skip.toRealPath().startsWith(root) || skip.toRealPath().equals(root)) {
                return "";
            }
            return root.relativize(skip.toRealPath()).toString().replace(root.getFileSystem().getSeparator(), "/") + "/";
        } catch (IOException e) {
            throw new ArchiveException("cannot open " + request.location() + ": " + FileProblem.reason(e), e);
        }
    }

    static boolean isDocument(SourcePath path) {
        String name = path.fileName();
        return path.isMarkdown() && !name.startsWith("_") && !name.equalsIgnoreCase("readme.md") && !name.equalsIgnoreCase("readme.markdown");
    }

    private static String contentFolder(ArchiveRequest request, Configuration configuration, List<TreeEntry> files) {
        String named = request.content() != null ? request.content() : configuration.content();
        if (named == null) {
            return files.stream().anyMatch(f -> f.path().path().startsWith("content/")) ? "content/" : "";
        }
        String folder = Path.of(named).normalize().toString().replace('\\', '/').replaceAll("^/++|(?<!/)/++$", "");
        if (folder.isEmpty() || folder.equals(".")) {
            return "";
        }
        if (files.stream().noneMatch(f -> f.path().path().startsWith(folder + "/"))) {
            throw new ArchiveException("the archive has no files in the content folder " + named
                + "; name another with --content, or with `content:` in " + CONFIGURATION);
        }
        return folder + "/";
    }

    /// Reads a document or asset; of one beyond the configured bound only its beginning. One that can't be read says so.
    public SourceFile read(TreeEntry entry) {
        TreeEntry beside = sidecars.get(entry.path());
        SourceFile file = entry.path().isMarkdown() ? text(entry) : readAlone(entry);
        return beside == null ? file : file.withSidecar(text(beside));
    }

    /// A file that may be in Git LFS: whom it is for stands in the file itself.
    private SourceFile text(TreeEntry entry) {
        SourceFile file = readAlone(entry);
        return LfsPointer.is(file.bytes())
            ? SourceFile.unreadable(entry.path(), "it is a pointer of Git LFS, and the text is not here; `git lfs pull` fetches it, and in a workflow `lfs: true` of the checkout")
            : file;
    }

    private SourceFile readAlone(TreeEntry entry) {
        try {
            return treeOf(entry.path()).read(entry, configuration.thresholds().documentMaxBytes());
        } catch (ArchiveException.OfFile e) {
            return SourceFile.unreadable(entry.path(), e.reason());
        }
    }

    /// A hash of everything that facts and bodies depend on, found without reading the documents.
    ///
    /// @param version of Pressroom
    public String fingerprint(String version) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            StringBuilder all = new StringBuilder();
            Map<String, String> besides = new TreeMap<>();
            all.append(version).append('\n').append(configuration.fingerprint()).append('\n').append(content).append('\n')
                .append(tree.head()).append('\n');
            sources.trees().forEach(other -> all.append(other.source()).append(' ').append(other.head()).append('\n'));
            documents.forEach(d -> all.append(d.path()).append('\n').append(treeOf(d.path()).stamp(d)).append('\n'));
            sidecars.forEach((path, beside) -> besides.put(path.toString(), treeOf(path).stamp(beside)));
            besides.forEach((path, stamp) -> all.append(path).append(' ').append(stamp).append('\n'));
            return HexFormat.of().formatHex(sha.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        sources.close();
        tree.close();
    }
}
