package org.pressroom.parse;

import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.pressroom.config.YamlValue;
import org.pressroom.source.SourcePath;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells which addresses lead to documents of which nobody may know, and takes what leads there out of texts. Links of the
/// body, raw HTML, metadata and messages all ask here. Immutable; safe for several threads.
public final class HiddenLinks {

    /// What stands for a hidden document, and for the words of a link to it.
    public static final String WORDS = "restricted document";
    public static final HiddenLinks NONE = new HiddenLinks(_ -> false, _ -> false, false);

    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*+)\\]\\(\\s*+<?+([^()\\s<>]*+(?:\\([^()\\s]*+\\)[^()\\s<>]*+)*+)>?+[^()]*+\\)");
    private static final Pattern WIKI = Pattern.compile("\\[\\[([^\\[\\]|#]++)[^\\[\\]]*+\\]\\]");
    private static final Pattern ADDRESS = Pattern.compile("(?:\\]\\(\\s*+<?+|(?i:href|src)\\s*+=\\s*+[\"']?+)([^\\s\"'<>)]++)");
    private static final Pattern TOKEN = Pattern.compile("[^\\s<>()\\[\\]\"'`,;|]++");

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

    /// A text of metadata or a message without what leads to hidden documents: their names, and the words of links to them.
    public String without(SourcePath from, String text) {
        if (!any || text.length() < 3) {
            return text;
        }
        String linked = text.indexOf('[') < 0 ? text : replaced(WIKI, replaced(LINK, text, 2, from), 1, from);
        if (!mayBeAddress(linked)) {
            return linked;
        }
        Matcher left = ADDRESS.matcher(linked);
        while (left.find()) {
            if (lead(from, left.group(1))) {
                return WORDS;
            }
        }
        Matcher token = TOKEN.matcher(linked);
        StringBuilder clean = new StringBuilder();
        int end = 0;
        while (token.find()) {
            String word = trimmed(token.group());
            if ((SourcePath.isMarkdown(path(word)) || word.contains("://")) && lead(from, word)) {
                clean.append(linked, end, token.start()).append(WORDS);
                end = token.start() + word.length();
            }
        }
        return end == 0 ? linked : clean.append(linked, end, linked.length()).toString();
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

    private static String path(String word) {
        return word.substring(0, Math.min(index(word, '#'), index(word, '?')));
    }

    private static String trimmed(String word) {
        int end = word.length();
        while (end > 0 && ".:!?*_~".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private String replaced(Pattern pattern, String text, int address, SourcePath from) {
        return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(lead(from, m.group(address)) ? WORDS : m.group()));
    }

    /// Metadata without what leads to hidden documents; a value that is nothing but such an address is empty.
    ///
    /// @return the same object when there is nothing of the kind
    RawMetadata without(SourcePath from, RawMetadata raw) {
        YamlValue entries = any ? without(from, (YamlValue) raw.entries()) : raw.entries();
        return entries == raw.entries() ? raw : new RawMetadata(raw.carrier(), raw.lines(), (YamlValue.Mapping) entries, raw.bodyLine());
    }

    /// Recursion is bounded by [org.pressroom.config.YamlReader#MAX_DEPTH].
    private YamlValue without(SourcePath from, YamlValue value) {
        return switch (value) {
            case YamlValue.Scalar scalar -> {
                String text = scalar.text().length() < 3 ? scalar.text() : lead(from, scalar.text()) ? "" : without(from, scalar.text());
                yield text.equals(scalar.text()) ? scalar : new YamlValue.Scalar(text, true, scalar.span());
            }
            case YamlValue.Sequence sequence -> {
                var values = sequence.values().stream().map(element -> without(from, element)).toList();
                yield same(values, sequence.values()) ? sequence : new YamlValue.Sequence(values, sequence.span());
            }
            case YamlValue.Mapping mapping -> {
                var entries = mapping.entries().stream().map(entry -> {
                    YamlValue clean = without(from, entry.value());
                    return clean == entry.value() ? entry : new YamlValue.Entry(entry.key(), entry.keySpan(), clean);
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
