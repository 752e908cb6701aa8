package org.pressroom.parse;

import com.vladsch.flexmark.util.sequence.Escaping;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.pressroom.config.YamlValue;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells which addresses lead to documents of which nobody may know, and takes what leads there out of texts. Links of the
/// body, raw HTML, metadata and messages all ask here. Immutable; safe for several threads.
public final class HiddenLinks {

    /// What stands for a hidden document, and for the words of a link to it.
    public static final String WORDS = "restricted document";
    public static final HiddenLinks NONE = new HiddenLinks(_ -> false, _ -> false, false);

    private static final Pattern LINK = Pattern.compile(
        "!?\\[[^\\[\\]]*+\\]\\(\\s*+(?:<([^<>\\n]*+)>|([^()\\s<>]*+(?:\\([^()\\s]*+\\)[^()\\s<>]*+)*+))[^()]*+\\)");
    private static final Pattern WIKI = Pattern.compile("!?\\[\\[([^\\[\\]|#]++)[^\\[\\]]*+\\]\\]");
    private static final Pattern ADDRESS = Pattern.compile(
        "\\]\\(\\s*+<([^<>\\n]++)>|(?i:href|src)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')|(?:\\]\\(\\s*+<?+|(?i:href|src)\\s*+=\\s*+[\"']?+)([^\\s\"'<>)]++)");
    private static final Pattern FULL_REFERENCE = Pattern.compile("!?\\[([^\\[\\]]*+)\\]\\[([^\\[\\]]*+)\\]");
    private static final Pattern SHORT_REFERENCE = Pattern.compile("!?\\[([^\\[\\]]*+)\\]");
    private static final Pattern LEFT_REFERENCE = Pattern.compile("\\]\\[([^\\[\\]]++)\\]");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^[ \\t>*+\\-\"']*+(?:\\d{1,9}+[.)][ \\t]++)?+\\[([^\\[\\]]++)\\]:\\s*+(?:<([^<>\\n]*+)>|(\\S++)).*+$");
    private static final Pattern TOKEN = Pattern.compile("[^\\s<>()\\[\\]\"'`,;|]++");
    private static final Pattern NAME_END = Pattern.compile("\\.(?i:md|markdown|html?)(?![\\p{Alnum}-]|_\\p{Alnum})");
    /// Around the name of a file; what else is no letter and is not [#IN_NAMES] may be.
    private static final String ROUND_NAMES = "<>()[]\"`|;\n\r";
    private static final String IN_NAMES = "-._~/\\%+@&=$#!'";
    private static final int LONGEST_NAME = 300;
    /// A name may have spaces, so it may begin at any of some words.
    private static final int MOST_BEGINNINGS = 20;

    private final Predicate<SourcePath> paths;
    private final Predicate<String> web;
    private final boolean any;

    private HiddenLinks(Predicate<SourcePath> paths, Predicate<String> web, boolean any) {
        this.paths = paths;
        this.web = web;
        this.any = any;
    }

    /// @param paths whether a path of the archive, decoded, is a hidden document's
    /// @param web   whether an address with a scheme is
    public static HiddenLinks to(Predicate<SourcePath> paths, Predicate<String> web) {
        return new HiddenLinks(paths, web, true);
    }

    /// @param paths whether a path of the archive, decoded, is a hidden document's
    public static HiddenLinks to(Predicate<SourcePath> paths) {
        return to(paths, _ -> false);
    }

    /// Whether there may be hidden documents.
    boolean any() {
        return any;
    }

    /// Whether an address, as written in a document, leads to a hidden one.
    public boolean lead(SourcePath from, String address) {
        if (!any || address.isEmpty()) {
            return false;
        }
        return switch (Urls.of(address, false)) {
            case Urls.Internal(String target) -> leadWithin(from, target);
            case Urls.External(String url) -> web.test(url);
            case Urls.Unsafe _ -> web.test(address.strip());
            case Urls.Inline _ -> false;
        };
    }

    private boolean leadWithin(SourcePath from, String target) {
        String path = target;
        // What was encoded twice is decoded by some hosts.
        if (path.indexOf('%') >= 0 && Urls.of(path, false) instanceof Urls.Internal(String decoded)) {
            path = decoded;
        }
        path = path.replace('\\', '/');
        int end = Math.min(index(path, '#'), index(path, '?'));
        path = path.substring(0, end).strip();
        if (path.isEmpty()) {
            return false;
        }
        Optional<SourcePath> resolved = from.resolve(path);
        while (resolved.isEmpty() && path.startsWith("../")) {
            path = path.substring(3);
            resolved = from.resolve("/" + path);
        }
        return resolved.filter(paths).isPresent();
    }

    private static int index(String text, char c) {
        int at = text.indexOf(c);
        return at < 0 ? text.length() : at;
    }

    /// The same of an address in which markdown's escapes and HTML's entities may stand.
    private boolean leadWritten(SourcePath from, @Nullable String address) {
        return address != null && (lead(from, address) || (address.indexOf('\\') >= 0 || address.indexOf('&') >= 0) && lead(from, Escaping.unescapeString(address)));
    }

    /// A text of metadata or a message without what leads to hidden documents: their names, and the words of links to them.
    public String without(SourcePath from, String text) {
        return without(from, text, Set.of());
    }

    /// @param labels of definitions that lead there (see [#labels])
    private String without(SourcePath from, String text, Set<String> labels) {
        if (!any || text.length() < 3) {
            return text;
        }
        String linked = text.indexOf('[') < 0 ? text : withoutLinks(from, text, labels);
        if (!mayBeAddress(linked)) {
            return linked;
        }
        Matcher left = ADDRESS.matcher(linked);
        while (left.find()) {
            for (int i = 1; i <= left.groupCount(); i++) {
                if (leadWritten(from, left.group(i))) {
                    return WORDS;
                }
            }
        }
        StringBuilder clean = new StringBuilder();
        int end = 0;
        for (SourceSpan mention : mentions(from, linked)) {
            clean.append(linked, end, mention.start()).append(WORDS);
            end = mention.end();
        }
        return end == 0 ? linked : clean.append(linked, end, linked.length()).toString();
    }

    private String withoutLinks(SourcePath from, String text, Set<String> labels) {
        String linked = LINK.matcher(text).replaceAll(m -> leadWritten(from, m.group(1)) || leadWritten(from, m.group(2)) ? WORDS : Matcher.quoteReplacement(m.group()));
        linked = WIKI.matcher(linked).replaceAll(m -> lead(from, m.group(1)) ? WORDS : Matcher.quoteReplacement(m.group()));
        Set<String> own = labels(from, linked);
        own.addAll(labels);
        return own.isEmpty() ? linked : withoutReferences(linked, own);
    }

    private static String withoutReferences(String text, Set<String> labels) {
        String linked = DEFINITION.matcher(text).replaceAll(m -> isAmong(m.group(1), labels) ? WORDS : Matcher.quoteReplacement(m.group()));
        linked = FULL_REFERENCE.matcher(linked).replaceAll(m ->
            isAmong(m.group(m.group(2).isBlank() ? 1 : 2), labels) ? WORDS : Matcher.quoteReplacement(m.group()));
        Matcher left = LEFT_REFERENCE.matcher(linked);
        while (left.find()) {
            if (isAmong(left.group(1), labels)) {
                return WORDS;
            }
        }
        return SHORT_REFERENCE.matcher(linked).replaceAll(m -> isAmong(m.group(1), labels) ? WORDS : Matcher.quoteReplacement(m.group()));
    }

    /// As markdown compares them.
    private static String label(String written) {
        return written.strip().replaceAll("\\s++", " ").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /// Where a text names hidden documents without any markup: by an address, or by a file. In order, none within another.
    List<SourceSpan> mentions(SourcePath from, String text) {
        if (!any) {
            return List.of();
        }
        List<SourceSpan> found = new ArrayList<>();
        if (text.contains("://") || text.contains("www.")) {
            Matcher token = TOKEN.matcher(text);
            while (token.find()) {
                String word = trimmed(token.group());
                String address = word.startsWith("www.") ? "https://" + word : word;
                if (address.contains("://") && lead(from, address)) {
                    found.add(new SourceSpan(token.start(), token.start() + word.length()));
                }
            }
        }
        boolean named = mayEndName(text);
        Matcher ending = NAME_END.matcher(text);
        while (named && ending.find()) {
            int start = startOfName(from, text, ending.start(), ending.end());
            if (start >= 0) {
                found.add(new SourceSpan(start, ending.end()));
            }
        }
        found.sort(Comparator.comparingInt(SourceSpan::start));
        List<SourceSpan> apart = new ArrayList<>(found.size());
        found.stream().filter(span -> apart.isEmpty() || span.start() >= apart.getLast().end()).forEach(apart::add);
        return apart;
    }

    /// Most texts have no full stop before an M or an H.
    private static boolean mayEndName(String text) {
        for (int at = text.indexOf('.'); at >= 0 && at + 1 < text.length(); at = text.indexOf('.', at + 1)) {
            if ("mMhH".indexOf(text.charAt(at + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether a text names a hidden document without any markup.
    public boolean mentionedIn(SourcePath from, String text) {
        return !mentions(from, text).isEmpty();
    }

    /// Where the name of a hidden document's file begins that ends at a place; negative when none does. The shortest counts.
    private int startOfName(SourcePath from, String text, int ending, int end) {
        int low = Math.max(0, end - LONGEST_NAME);
        int beginnings = 0;
        for (int i = ending; i >= low && beginnings < MOST_BEGINNINGS; i--) {
            boolean stop = i == low || ROUND_NAMES.indexOf(text.charAt(i - 1)) >= 0;
            if (i < ending && (stop || mayBegin(text, i))) {
                beginnings++;
                if (lead(from, text.substring(i, end))) {
                    return i;
                }
            }
            if (stop) {
                break;
            }
        }
        return -1;
    }

    private static boolean mayBegin(String text, int at) {
        int before = text.codePointBefore(at);
        int first = text.codePointAt(at);
        if (Character.isLetterOrDigit(before)) {
            // Some scripts put no space between words.
            return before < 0x80 != first < 0x80 && IN_NAMES.indexOf(first) < 0;
        }
        boolean opening = at < 2 || !Character.isLetterOrDigit(text.codePointBefore(at - 1));
        return IN_NAMES.indexOf(before) < 0 || (before == '_' || before == '~' || before == '\'') && opening;
    }

    /// Most texts have no link, no attribute, no file name and no scheme.
    private static boolean mayBeAddress(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '=', '.' -> {
                    return true;
                }
                case '(' -> {
                    if (i > 0 && text.charAt(i - 1) == ']') {
                        return true;
                    }
                }
                case ':' -> {
                    if (text.startsWith("//", i + 1)) {
                        return true;
                    }
                }
                default -> { }
            }
        }
        return false;
    }

    private static String trimmed(String word) {
        int end = word.length();
        while (end > 0 && ".:!?*_~".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    /// Metadata without what leads to hidden documents; a value that is nothing but such an address is empty.
    ///
    /// @param labels of definitions that lead there (see [#labels])
    /// @return the same object when there is nothing of the kind
    RawMetadata without(SourcePath from, RawMetadata raw, Set<String> labels) {
        if (!any) {
            return raw;
        }
        YamlValue entries = without(from, (YamlValue) raw.entries(), labels);
        return entries == raw.entries() ? raw : new RawMetadata(raw.carrier(), raw.lines(), (YamlValue.Mapping) entries, raw.bodyLine());
    }

    /// The labels of a whole text, metadata and all, by which links lead to hidden documents: `p` of `[p]: address`. What code cites
    /// counts too.
    Set<String> labels(SourcePath from, String text) {
        if (!any || !text.contains("]:")) {
            return new HashSet<>();
        }
        Set<String> labels = new HashSet<>();
        Matcher definition = DEFINITION.matcher(text);
        while (definition.find()) {
            if (leadWritten(from, definition.group(2) == null ? definition.group(3) : definition.group(2))) {
                labels.add(label(definition.group(1)));
            }
        }
        return labels;
    }

    static boolean isAmong(String label, Set<String> labels) {
        return !labels.isEmpty() && labels.contains(label(label));
    }

    /// Recursion is bounded by [org.pressroom.config.YamlReader#MAX_DEPTH].
    private YamlValue without(SourcePath from, YamlValue value, Set<String> labels) {
        return switch (value) {
            case YamlValue.Scalar scalar -> {
                String text = scalar.text().length() < 3 ? scalar.text() : lead(from, scalar.text()) ? "" : without(from, scalar.text(), labels);
                yield text.equals(scalar.text()) ? scalar : new YamlValue.Scalar(text, true, scalar.span());
            }
            case YamlValue.Sequence sequence -> {
                var values = sequence.values().stream().map(element -> without(from, element, labels)).toList();
                yield same(values, sequence.values()) ? sequence : new YamlValue.Sequence(values, sequence.span());
            }
            case YamlValue.Mapping mapping -> {
                var entries = mapping.entries().stream().map(entry -> {
                    YamlValue clean = without(from, entry.value(), labels);
                    String key = without(from, entry.key(), labels);
                    return clean == entry.value() && key.equals(entry.key()) ? entry : new YamlValue.Entry(key, entry.keySpan(), clean);
                }).toList();
                yield same(entries, mapping.entries()) ? mapping : new YamlValue.Mapping(entries, mapping.span());
            }
        };
    }

    private static <T> boolean same(List<T> some, List<T> others) {
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// A piece of HTML in which the words say what stands for links and pictures that lead to hidden documents.
    String withoutInHtml(SourcePath from, String html) {
        if (!any) {
            return html;
        }
        var body = Jsoup.parseBodyFragment(html).body();
        boolean found = false;
        for (var element : body.select("[href], [src]")) {
            if (lead(from, element.attr("href")) || lead(from, element.attr("src"))) {
                element.replaceWith(new TextNode(WORDS));
                found = true;
            }
        }
        return found ? body.html() : html;
    }
}
