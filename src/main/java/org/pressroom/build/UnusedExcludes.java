package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.config.Nearest;
import org.pressroom.config.PathGlob;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.source.SourcePath;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// Patterns of `exclude` that match no file. Such a pattern is more often a typing mistake than a precaution, and what it was to hide is
/// published.
///
/// @param paths of all files, those that are excluded too
record UnusedExcludes(Configuration configuration, List<SourcePath> paths) {

    static final String RULE = "config-exclude-unused";

    /// For how many of them a likely meaning is looked for.
    private static final int EXPLAINED = 20;

    /// Finds them.
    ///
    /// @param discreet whether findings are published: then they name neither the pattern nor a file
    List<Diagnostic> findings(ConfigurationFile file, boolean discreet) {
        Optional<Severity> severity = configuration.severityOf(RULE, Severity.WARNING);
        List<PathGlob> unused = severity.isEmpty() ? List.of() : unused();
        List<Diagnostic> findings = new ArrayList<>();
        for (PathGlob glob : unused) {
            Position place = glob.place() == null ? Position.START : glob.place();
            if (discreet) {
                findings.add(finding(severity.get(), file, place, "a pattern of `exclude` matches no file, so it excludes nothing",
                    "`pressroom check` names it and suggests a correction"));
            } else {
                @Nullable String meant = findings.size() < EXPLAINED ? meant(glob.toString()).orElse(null) : null;
                findings.add(finding(severity.get(), file, place, "the pattern `" + glob + "` of `exclude` matches no file, so it excludes nothing",
                    meant == null ? "correct or remove it; patterns are case-sensitive" : "did you mean `" + meant + "`?"));
            }
        }
        return findings;
    }

    private static Diagnostic finding(Severity severity, ConfigurationFile file, Position place, String message, String fix) {
        return new Diagnostic(RULE, severity, file.path(), place, message, new Fix(fix), null);
    }

    private List<PathGlob> unused() {
        List<PathGlob> unused = new ArrayList<>(configuration.exclude());
        for (SourcePath path : paths) {
            if (unused.isEmpty()) {
                break;
            }
            unused.removeIf(glob -> configuration.excludes(glob, path));
        }
        return unused;
    }

    /// The first pattern near one that matches some file.
    private Optional<String> meant(String pattern) {
        Set<String> near = new LinkedHashSet<>();
        cased(pattern).ifPresent(near::add);
        near.add(pattern.replace('\\', '/'));
        near.add("**/" + pattern);
        for (int slash = pattern.indexOf('/'); slash >= 0; slash = pattern.indexOf('/', slash + 1)) {
            near.add(pattern.substring(slash + 1));
        }
        cased("**/" + pattern).ifPresent(near::add);
        near.add(pattern + ".md");
        spelled(pattern).ifPresent(near::add);
        // Stars alone would hide everything, which nobody means.
        return near.stream().filter(other -> !other.equals(pattern) && other.chars().anyMatch(Character::isLetterOrDigit) && matchesSome(other)).findFirst();
    }

    private boolean matchesSome(String pattern) {
        return glob(pattern).filter(glob -> paths.stream().anyMatch(path -> configuration.excludes(glob, path))).isPresent();
    }

    private static Optional<PathGlob> glob(String pattern) {
        try {
            return Optional.of(new PathGlob(pattern));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /// The pattern in the capital and small letters of a file that it would match if they did not count.
    private Optional<String> cased(String pattern) {
        Optional<PathGlob> lower = glob(pattern.toLowerCase(Locale.ROOT));
        return lower.flatMap(glob -> paths.stream().filter(path -> configuration.withContent(lower(configuration.content())).excludes(glob,
            new SourcePath(path.source(), lower(path.path())))).findFirst().map(path -> cased(pattern, path.path())));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /// Names without a sign are taken from the path, whichever of its names they are.
    private static String cased(String pattern, String path) {
        List<String> names = List.of(Normalizer.normalize(path, Normalizer.Form.NFC).split("/"));
        return String.join("/", Stream.of(pattern.split("/", -1)).map(part -> names.stream().filter(part::equalsIgnoreCase).findFirst()
            .orElse(part.indexOf('*') >= 0 ? lower(part) : part)).toList());
    }

    /// The pattern with the first of its names as some folder or file at the top of the archive or of its content is spelled.
    private Optional<String> spelled(String pattern) {
        int slash = pattern.indexOf('/');
        String first = slash < 0 ? pattern : pattern.substring(0, slash);
        String content = Objects.requireNonNullElse(configuration.content(), "");
        Set<String> names = new LinkedHashSet<>();
        for (SourcePath path : paths) {
            names.add(path.path().split("/", 2)[0]);
            if (!content.isEmpty() && path.path().startsWith(content)) {
                names.add(path.path().substring(content.length()).replaceFirst("^/", "").split("/", 2)[0]);
            }
        }
        return Nearest.of(first, names).map(name -> name + (slash < 0 ? "" : pattern.substring(slash)));
    }
}
