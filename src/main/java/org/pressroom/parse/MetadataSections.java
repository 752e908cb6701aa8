package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Metadata in sections of their own, as adr-tools, MADR and others write them: `## Status` with the word below, `## Date`,
/// `## Authors`. Under a status, lines such as `Supersedes [ADR-3](0003-a.md)` name other documents.
///
/// A section counts as metadata only when it says nothing else; one in which more is written keeps its place in the text.
final class MetadataSections {

    private static final Map<String, String> TITLES = Map.ofEntries(
        Map.entry("status", "status"), Map.entry("state", "status"), Map.entry("statut", "status"), Map.entry("estado", "status"), Map.entry("状态", "status"),
        Map.entry("状態", "status"), Map.entry("ステータス", "status"), Map.entry("상태", "status"), Map.entry("adr-status", "status"), Map.entry("current-status", "status"),
        Map.entry("date", "created"), Map.entry("datum", "created"), Map.entry("fecha", "created"), Map.entry("data", "created"), Map.entry("日付", "created"),
        Map.entry("日期", "created"), Map.entry("날짜", "created"), Map.entry("created", "created"), Map.entry("decision-date", "decision.date"),
        Map.entry("author", "authors"), Map.entry("authors", "authors"), Map.entry("author(s)", "authors"), Map.entry("autor", "authors"), Map.entry("autoren", "authors"),
        Map.entry("auteur", "authors"), Map.entry("auteurs", "authors"), Map.entry("autores", "authors"), Map.entry("作者", "authors"), Map.entry("著者", "authors"),
        Map.entry("deciders", "decision.deciders"), Map.entry("decision-makers", "decision.deciders"), Map.entry("decided-by", "decision.deciders"),
        Map.entry("owner", "sponsor"), Map.entry("owners", "sponsor"), Map.entry("team", "team"), Map.entry("tags", "tags"),
        Map.entry("supersedes", "supersedes"), Map.entry("superseded-by", "superseded-by"), Map.entry("replaces", "supersedes"), Map.entry("replaced-by", "superseded-by"),
        Map.entry("visibility", "visibility"));
    private static final Set<String> PEOPLE = Set.of("authors", "decision.deciders", "sponsor");

    private static final Pattern UNDERLINE = Pattern.compile("\\s{0,3}(?:=++|-++)\\s*+");
    private static final Pattern ITEM = Pattern.compile("\\s{0,9}+(?:[-*+]|\\d{1,9}[.)])\\s{1,9}+(?:\\[([ xX])]\\s{1,9}+)?(.*)", Pattern.DOTALL);
    private static final Pattern NUMBERING = Pattern.compile("^\\d{1,4}(?:\\.\\d{1,4}){0,4}[.)]?\\s{1,4}");
    private static final Pattern MARKS = Pattern.compile("[*_`:：]");
    private static final Pattern RULE = Pattern.compile("-{3,99}|\\*{3,99}|_{3,99}");
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[\\s:–—-]{1,9}(.+)", Pattern.DOTALL);

    /// Lines of a document that are looked at, and of a section.
    private static final int MOST_LINES = 300;
    private static final int LONGEST_SECTION = 24;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_ABBREVIATION = 3;
    private static final int DEEPEST = 3;
    private static final int LONGEST_TEXT = 1_000;

    private final SourceText source;
    private final LineMap lines;
    private final Vocabulary vocabulary;
    private final List<RawMetadata> found = new ArrayList<>();

    private MetadataSections(SourceText source, Vocabulary vocabulary) {
        this.source = source;
        this.lines = source.lines();
        this.vocabulary = vocabulary;
    }

    /// A line of a section that says something, without the marks of a list.
    ///
    /// @param ticked of a list of tasks, whether it is done; null of any other
    private record Said(String text, int start, int end, @Nullable Boolean ticked) { }

    /// @param firstLine of the body
    static List<RawMetadata> read(SourceText source, int firstLine, Vocabulary vocabulary) {
        MetadataSections reader = new MetadataSections(source, vocabulary);
        reader.read(firstLine);
        return reader.found;
    }

    private void read(int firstLine) {
        int last = Math.min(lines.count(), firstLine + MOST_LINES);
        char fence = 0;
        for (int line = firstLine; line <= last; line++) {
            char first = firstOf(line);
            if (first == '`' || first == '~') {
                String text = lines.textOf(line).strip();
                if (text.startsWith("```") || text.startsWith("~~~")) {
                    fence = fence == 0 ? first : fence == first ? 0 : fence;
                }
                continue;
            }
            if (fence != 0) {
                continue;
            }
            String title = first == '#' ? heading(line) : line < last && isUnderline(line + 1) ? underlined(line) : null;
            if (title != null && title.length() <= LONGEST_TITLE) {
                String path = TITLES.get(Vocabulary.normal(NUMBERING.matcher(MARKS.matcher(title).replaceAll(" ").strip()).replaceFirst("")));
                if (path != null) {
                    section(path, line, first == '#' ? line + 1 : line + 2);
                }
            }
        }
    }

    private char firstOf(int line) {
        String text = source.text();
        int end = lines.endOf(line);
        int at = lines.startOf(line);
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        return at < end ? text.charAt(at) : 0;
    }

    private @Nullable String heading(int line) {
        String text = lines.textOf(line).strip();
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        if (level == 0 || level > DEEPEST || level == text.length() || text.length() > LONGEST_TEXT || !Character.isWhitespace(text.charAt(level))) {
            return null;
        }
        int end = text.length();
        while (end > level && text.charAt(end - 1) == '#') {
            end--;
        }
        return text.substring(level, end).strip();
    }

    private static String withoutComments(String line) {
        String text = line;
        for (int from = text.indexOf("<!--"); from >= 0; from = text.indexOf("<!--")) {
            int to = text.indexOf("-->", from);
            if (to < 0) {
                break;
            }
            text = text.substring(0, from) + text.substring(to + 3);
        }
        return text;
    }

    private boolean isUnderline(int line) {
        char first = firstOf(line);
        return (first == '=' || first == '-') && UNDERLINE.matcher(lines.textOf(line)).matches();
    }

    private @Nullable String underlined(int line) {
        String text = lines.textOf(line).strip();
        return text.isEmpty() ? null : text;
    }

    private void section(String path, int heading, int from) {
        int end = from;
        while (end <= lines.count() && end < from + LONGEST_SECTION && firstOf(end) != '#' && !(end < lines.count() && firstOf(end) != 0 && isUnderline(end + 1))
                && !RULE.matcher(lines.textOf(end).strip()).matches()) {
            end++;
        }
        boolean whole = end > lines.count() || end < from + LONGEST_SECTION;
        List<Said> said = said(from, end, !path.equals("created") && !path.equals("decision.date"));
        if (said.stream().anyMatch(one -> one.text.length() > LONGEST_TEXT)) {
            return;
        }
        List<YamlValue.Entry> entries = new ArrayList<>();
        boolean all = switch (path) {
            case "status" -> status(said, entries, heading);
            default -> other(path, said, entries, heading);
        };
        if (!entries.isEmpty()) {
            int last = end - 1;
            while (last > heading && lines.textOf(last).isBlank()) {
                last--;
            }
            SourceSpan span = new SourceSpan(lines.startOf(heading), lines.endOf(last));
            found.add(new RawMetadata(MetadataCarrier.SECTION, all && whole ? new LineSpan(heading, last) : null, new YamlValue.Mapping(entries, span), 1));
        }
    }

    /// What the lines say: wrapped ones joined, comments left out.
    ///
    /// @param items whether items of a list are looked for: `4. März 2021` is none
    private List<Said> said(int from, int end, boolean items) {
        List<Said> said = new ArrayList<>();
        boolean open = false;
        boolean comment = false;
        for (int line = from; line < end; line++) {
            if (lines.endOf(line) - lines.startOf(line) > LONGEST_TEXT) {
                return List.of(new Said("…".repeat(LONGEST_TEXT + 1), lines.startOf(line), lines.endOf(line), null));
            }
            String text = withoutComments(lines.textOf(line));
            if (comment || text.contains("<!--")) {
                comment = !text.contains("-->");
                open = false;
                continue;
            }
            if (text.isBlank()) {
                open = false;
                continue;
            }
            Matcher item = ITEM.matcher(text);
            int start = lines.startOf(line);
            if (items && item.matches()) {
                said.add(new Said(item.group(2).strip(), start + item.start(2), lines.endOf(line), item.group(1) == null ? null : !item.group(1).isBlank()));
            } else if (open && !saidWhole(said.getLast(), text)) {
                Said before = said.removeLast();
                said.add(new Said(before.text + " " + text.strip(), before.start, lines.endOf(line), before.ticked));
            } else {
                int indent = text.length() - text.stripLeading().length();
                said.add(new Said(text.strip(), start + indent, lines.endOf(line), null));
            }
            open = true;
        }
        return said;
    }

    /// Whether a line is one by itself: each of two that follow each other names another document, or the first is a word for a status.
    private boolean saidWhole(Said before, String text) {
        return StatusPhrase.isReference(before.text) && StatusPhrase.isReference(text.strip())
            || StatusPhrase.isReference(text.strip()) && isStatus(before.text);
    }

    private boolean isStatus(String text) {
        return MetadataValues.term(new YamlValue.Scalar(text, true, new SourceSpan(0, 0)), vocabulary.status()).isPresent();
    }

    private static YamlValue.Scalar scalar(Said said, String text) {
        return new YamlValue.Scalar(text, true, new SourceSpan(said.start, Math.max(said.start, said.end)));
    }

    private SourceSpan spanOf(int heading) {
        return new SourceSpan(lines.startOf(heading), lines.endOf(heading));
    }

    /// @return whether all was understood
    private boolean status(List<Said> said, List<YamlValue.Entry> entries, int heading) {
        List<Said> ticked = said.stream().filter(one -> one.ticked != null && one.ticked).toList();
        boolean tasks = said.stream().anyMatch(one -> one.ticked != null);
        boolean all = true;
        boolean known = false;
        for (Said one : tasks ? ticked : said) {
            String text = UnderTitleMetadata.bare(one.text);
            StatusPhrase phrase = StatusPhrase.of(text);
            String date = dated(text);
            if (isStatus(text) || phrase != null && phrase.key().equals("superseded-by") && !known) {
                // Of several that follow each other, as in a log, the last counts.
                entries.removeIf(entry -> entry.key().equals("status"));
                entries.add(new YamlValue.Entry("status", spanOf(heading), scalar(one, one.text)));
                known = true;
            } else if (date != null && isStatus(date)) {
                entries.removeIf(entry -> entry.key().equals("status"));
                entries.add(new YamlValue.Entry("status", spanOf(heading), scalar(one, date)));
                known = true;
            } else if (phrase != null) {
                entries.add(new YamlValue.Entry(phrase.key(), spanOf(heading), scalar(one, one.text.substring(Math.max(0, one.text.length() - relation(one.text, phrase))))));
            } else if (!known && said.size() == 1 && !one.text.endsWith(".") && MetadataLabel.mayBe("status", scalar(one, text), vocabulary)) {
                entries.add(new YamlValue.Entry("status", spanOf(heading), scalar(one, one.text)));
                known = true;
            } else {
                all = false;
            }
        }
        return all && known;
    }

    /// How long the end of a text is that names the documents.
    private static int relation(String text, StatusPhrase phrase) {
        String first = phrase.references().getFirst();
        int at = text.indexOf(first);
        int link = at < 0 ? -1 : text.lastIndexOf('[', at);
        return at < 0 ? text.length() : text.length() - (link >= 0 && text.indexOf(']', link) >= 0 ? link : at);
    }

    /// The rest of a line of a log: `accepted` of `2021-03-04 accepted`.
    private static @Nullable String dated(String text) {
        Matcher m = DATED.matcher(text);
        return m.matches() ? m.group(1).strip() : null;
    }

    /// Whether a text ends as a sentence does, and no name: `Ada owns the keys.`, not `Sammy Davis Jr.`
    private static boolean isSentence(String text) {
        return text.endsWith("。") || text.endsWith(".") && text.length() - 2 - text.lastIndexOf(' ') > LONGEST_ABBREVIATION;
    }

    private boolean other(String path, List<Said> said, List<YamlValue.Entry> entries, int heading) {
        if (said.isEmpty()) {
            return false;
        }
        boolean names = PEOPLE.contains(path) || path.equals("tags") || path.equals("team");
        for (Said one : said) {
            if (names && (one.text.length() > LONGEST_NAME * (path.equals("tags") ? 3 : 1) || isSentence(one.text) || one.text.endsWith(":"))) {
                return false;
            }
        }
        String joined = String.join(", ", said.stream().map(Said::text).toList());
        YamlValue.Scalar value = new YamlValue.Scalar(names || path.startsWith("supersede") ? joined : said.getFirst().text, false,
            new SourceSpan(said.getFirst().start, Math.max(said.getFirst().start, said.getLast().end)));
        boolean one = names || path.startsWith("supersede");
        if (!one && said.size() > 1 || !MetadataLabel.mayBe(path, value, vocabulary) || path.startsWith("supersede") && joined.length() > 3 * LONGEST_NAME) {
            return false;
        }
        entries.add(new YamlValue.Entry(path, spanOf(heading), value));
        return true;
    }
}
