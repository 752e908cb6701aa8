package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Severity;
import org.pressroom.source.SourcePath;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Everything that `pressroom.yaml` can set; [#DEFAULT] where there is none.
///
/// It speaks of the archive as a whole; [#of] gives the same configuration as it applies to one document.
///
/// @param content    the content folder below the source's root; `.` is the root itself; null: `content` when there is
///     one, else the root
/// @param baseline   the file of findings that do not count, below the source's root; null without one
/// @param exclude    glob patterns of paths below the content folder that are left out
/// @param vocabulary the words and keys that metadata may have
/// @param kind       of the documents that none of `kinds` takes by its files
/// @param kinds      kinds that take certain files, in the order in which they are asked
/// @param severities rule id to its severity; an empty value switches the rule off
/// @param words      name of a word list to what is changed in it
/// @param since      changes of status before this day are not judged; null: all are
/// @param synonyms   groups of words that a search takes for each other
/// @param people     what is said of people: names that are one person's, and who is not to be named
/// @param diffs      how many revisions are compared, and how long they may be
/// @param scope      which documents of which sources there are
/// @param conventions what goes without saying in documents
/// @param recogniser the lines of the weights by which parts are recognised; empty for what Pressroom brings
/// @param fingerprint of all that was written, the weights included, for caches: hexadecimal SHA-256
public record Configuration(
        SiteSettings site, @Nullable String content, @Nullable String baseline, List<PathGlob> exclude, Vocabulary vocabulary,
        Kind kind, List<Kind> kinds, Map<String, Optional<Severity>> severities, Thresholds thresholds,
        Map<String, WordChanges> words, @Nullable LocalDate since, List<List<String>> synonyms,
        List<KnownPerson> people, DiffBounds diffs, Scope scope, Conventions conventions, List<String> recogniser, String fingerprint) {

    public static final Configuration DEFAULT = new Configuration(SiteSettings.DEFAULT, null, null, List.of(), Vocabulary.PRFAQ,
        Kind.PRFAQ, List.of(), Map.of(), Thresholds.DEFAULT, Map.of(), null, List.of(), List.of(),
        DiffBounds.DEFAULT, Scope.ALL, Conventions.NONE, List.of(), "");

    public Configuration {
        exclude = List.copyOf(exclude);
        kinds = List.copyOf(kinds);
        severities = Map.copyOf(severities);
        words = Map.copyOf(words);
        synonyms = List.copyOf(synonyms);
        people = List.copyOf(people);
        recogniser = List.copyOf(recogniser);
    }

    /// The severity to use for a rule, empty when it is switched off.
    public Optional<Severity> severityOf(String rule, Severity byDefault) {
        return severities.getOrDefault(rule, Optional.of(byDefault));
    }

    /// The same configuration with the content folder that was found.
    public Configuration withContent(String folder) {
        return new Configuration(
            site, folder, baseline, exclude, vocabulary, kind, kinds, severities, thresholds, words, since, synonyms, people, diffs, scope, conventions, recogniser, fingerprint);
    }

    /// Whether another makes the same of every archive, however it was written.
    public boolean saysAs(Configuration other) {
        return other.equals(new Configuration(site, content, baseline, exclude, vocabulary, kind, kinds, severities, thresholds, words, since, synonyms,
            people, diffs, scope, conventions, recogniser, other.fingerprint));
    }

    /// The configuration as it applies to one document: with the kind that the document is of, and its vocabulary.
    ///
    /// @param path in the source, the content folder included
    public Configuration of(SourcePath path) {
        Kind its = kindOf(path);
        return kinds.isEmpty() && its.vocabulary().equals(vocabulary) ? this
            : new Configuration(site, content, baseline, exclude, its.vocabulary(), its, List.of(), severities, thresholds, words, since, synonyms,
                people, diffs, scope, conventions, recogniser, fingerprint);
    }

    /// The configuration as it applies to the archive's own pages, which are no proposals.
    public Configuration ofPages() {
        Kind page = new Kind("page", List.of(), false, List.of(), null, vocabulary);
        return new Configuration(
            site, content, baseline, exclude, vocabulary, page, List.of(), severities, thresholds, words, since, synonyms, people, diffs, scope, conventions, recogniser, fingerprint);
    }

    /// Whether a file is to leave no trace, by its path: a pattern takes it, or a folder in which it lies, from the content folder or from the root.
    ///
    /// @param path in the source, the content folder included
    public boolean excludes(SourcePath path) {
        return !exclude.isEmpty() && exclude.stream().anyMatch(glob -> excludes(glob, path));
    }

    /// Whether one pattern does.
    public boolean excludes(PathGlob glob, SourcePath path) {
        String full = Normalizer.normalize(path.path(), Normalizer.Form.NFC);
        String below = below(full);
        return takes(glob, below) || below.length() < full.length() && takes(glob, full);
    }

    private static boolean takes(PathGlob glob, String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (glob.matches(path.substring(0, slash))) {
                return true;
            }
        }
        return glob.matches(path);
    }

    /// The kind of a document.
    ///
    /// @param path in the source, the content folder included
    public Kind kindOf(SourcePath path) {
        String below = kinds.isEmpty() ? "" : below(path.path());
        return kinds.stream().filter(other -> other.files().stream().anyMatch(glob -> glob.matches(below))).findFirst().orElse(kind);
    }

    /// Whether a kind takes files of this name by naming it: then a README is a document.
    public boolean takesReadme(SourcePath path) {
        return !kinds.isEmpty() && kinds.stream().flatMap(its -> its.files().stream()).anyMatch(glob ->
            glob.toString().substring(glob.toString().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT).startsWith("readme") && glob.matches(below(path.path())));
    }

    /// Whether a file is a form for new documents, by its path.
    public boolean isTemplate(SourcePath path) {
        List<PathGlob> templates = conventions.templates();
        return templates == null ? TemplateName.isOne(below(path.path()))
            : templates.stream().anyMatch(glob -> excludes(glob, path));
    }

    /// A path below the content folder.
    public String below(String path) {
        String folder = content == null ? "content/" : content.endsWith("/") ? content : content + "/";
        return path.startsWith(folder) ? path.substring(folder.length()) : path;
    }
}
