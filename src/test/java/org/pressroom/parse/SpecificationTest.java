package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The examples of GitHub Flavored Markdown 0.29: those of CommonMark 0.29, which it takes over, and those of its extensions, written
/// anew. What differs stands in `specification-differences.txt` with the reason, and nothing else may.
///
/// What this site writes differently on purpose is made equal first: classes, alignment by class, links with `rel`, boxes of tasks, scrolling tables, and
/// HTML, which is reduced to what is safe.
class SpecificationTest {

    private static final Pattern EXAMPLE = Pattern.compile("^`{32} example(.*)\\n([\\s\\S]*?)^\\.\\n([\\s\\S]*?)^`{32}$", Pattern.MULTILINE);

    record Example(String name, String markdown, String html) { }

    static List<Example> examples() throws IOException {
        List<Example> all = new ArrayList<>();
        read(all, "commonmark", "/spec.0.29.txt");
        read(all, "extension", "github-extensions.txt");
        return all;
    }

    private static void read(List<Example> all, String prefix, String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(SpecificationTest.class.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            Matcher m = EXAMPLE.matcher(text);
            for (int n = 1; m.find(); n++) {
                all.add(new Example(prefix + " " + n, m.group(2).replace('→', '\t'), m.group(3).replace('→', '\t')));
            }
        }
    }

    @Test
    void everyExampleIsRenderedAsOnGithubOrItsDifferenceIsExplained() throws IOException {
        Map<String, String> reasons = reasons();
        Map<String, String> differing = new LinkedHashMap<>();
        List<Example> examples = examples();
        for (Example example : examples) {
            String wanted = normal(example.html);
            String got = normal(rendered(example.markdown));
            if (!wanted.equals(got)) {
                differing.put(example.name, example.markdown + "\nwanted " + wanted + "\ngot    " + got);
            }
        }
        assertTrue(examples.size() >= 649, "only " + examples.size());
        Map<String, String> unexplained = new LinkedHashMap<>(differing);
        unexplained.keySet().removeAll(reasons.keySet());
        assertEquals("", String.join("\n\n", unexplained.entrySet().stream().map(e -> e.getKey() + "\n" + e.getValue()).toList()), "differ without a reason");
        reasons.keySet().removeAll(differing.keySet());
        assertEquals(List.of(), List.copyOf(reasons.keySet()), "are rendered as on GitHub, so the reason is to be removed");
    }

    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(SpecificationTest.class.getResourceAsStream("specification-differences.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(": ", 2);
                    assertTrue(parts.length == 2 && parts[1].length() > 10, "no reason: " + line);
                    reasons.put(parts[0], parts[1]);
                }
            }
        }
        return reasons;
    }

    static String rendered(String markdown) {
        SourceText source = SourceText.of(SourcePath.of("page.md"), markdown);
        Document tree = Markdown.parse(source, 1);
        ReadingNotes notes = new ReadingNotes(source, HiddenLinks.NONE);
        HtmlGroup.in(tree, notes::withoutRestricted);
        HtmlWriter writer = new HtmlWriter(source, tree, notes, "en");
        StringBuilder html = new StringBuilder();
        for (Node node = tree.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                String level = "h" + heading.getLevel();
                html.append('<').append(level).append('>').append(writer.inline(heading).html()).append("</").append(level).append('>');
            } else {
                html.append(writer.block(node).html()).append('\n');
            }
        }
        html.append(writer.footnotes().html());
        return Pattern.compile("([\u0001\u0004])(\\d+)\u0002|\u0003").matcher(html).replaceAll(m -> Matcher.quoteReplacement(link(m, notes)));
    }

    private static String link(MatchResult placeholder, ReadingNotes notes) {
        if (placeholder.group(1) == null) {
            return "</a>";
        }
        org.pressroom.model.Link link = notes.links().get(Integer.parseInt(placeholder.group(2)));
        String title = link.title().isEmpty() ? "" : " title=\"" + Html.escape(link.title()) + "\"";
        return link.image() ? "<img src=\"" + Html.escape(link.target()) + "\" alt=\"" + Html.escape(link.alt()) + "\"" + title + ">"
            : "<a href=\"" + Html.escape(link.target()) + "\"" + title + ">";
    }

    private static String normal(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select("input[type=checkbox]").forEach(box -> box.replaceWith(new TextNode(box.hasAttr("checked") ? "☑" : "☐")));
        body.select("span.task, div.table-scroll").unwrap();
        body.select("p.heading").forEach(heading -> heading.tagName("h1").select("> strong").unwrap());
        body.select("h2, h3, h4, h5, h6").tagName("h1");
        // Of a link that its paragraph does not end, a browser goes on with one that has no words.
        body.select("> :is(a, b):not(:has(*))").stream().filter(a -> a.text().isBlank()).forEach(Element::remove);
        body.select("[align]").forEach(cell -> cell.attr("class", cell.attr("align").equals("left") ? "" : "align-" + cell.attr("align")));
        body.getAllElements().forEach(e -> {
            e.removeAttr("align").removeAttr("rel").removeAttr("tabindex").removeAttr("scope").removeAttr("data-language").removeAttr("id");
            if (!e.className().startsWith("align-") && !e.className().startsWith("language-")) {
                e.removeAttr("class");
            }
            for (String address : List.of("href", "src")) {
                if (e.hasAttr(address)) {
                    e.attr(address, decoded(e.attr(address)));
                }
            }
        });
        StringBuilder out = new StringBuilder();
        write(body, out);
        return out.toString().replaceAll("\\s*(</?(?:p|h1|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|hr|div|pre|br|details|summary)\\b[^>]*>)\\s*", "$1").strip();
    }

    private static void write(Element parent, StringBuilder out) {
        for (org.jsoup.nodes.Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                boolean code = parent.closest("pre") != null;
                out.append((code ? text.getWholeText() : text.getWholeText().replaceAll("[ \\n]+", " ")).replace("&", "&amp;").replace("<", "&lt;"));
            } else if (node instanceof Element e) {
                out.append('<').append(e.normalName());
                new TreeMap<>(e.attributes().asList().stream().collect(java.util.stream.Collectors.toMap(a -> a.getKey(), a -> a.getValue())))
                    .forEach((key, value) -> out.append(' ').append(key).append("=\"").append(value).append('"'));
                out.append('>');
                write(e, out);
                out.append("</").append(e.normalName()).append('>');
            } else if (!(node instanceof Comment)) {
                out.append(node.outerHtml());
            }
        }
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
