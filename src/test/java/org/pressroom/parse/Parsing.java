package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.pressroom.config.Configuration;
import org.pressroom.model.Block;
import org.pressroom.model.Document;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Documents read from strings and bytes, as the tests of this room need them.
final class Parsing {

    static final SourcePath PATH = SourcePath.of("content/0042-melinda.md");

    private Parsing() { }

    static ParseOutcome outcome(byte[] bytes) {
        return new DocumentParser(Configuration.DEFAULT, path -> path.path().contains("secret"))
            .parse(new SourceFile(PATH, "0".repeat(40), bytes));
    }

    static ParseOutcome outcome(String text) {
        return outcome(text.getBytes(StandardCharsets.UTF_8));
    }

    static ParseOutcome.Parsed parsed(String text) {
        return assertInstanceOf(ParseOutcome.Parsed.class, outcome(text));
    }

    static Document document(String text) {
        return parsed(text).document();
    }

    /// The only reason why a text is refused.
    static Notice refusal(byte[] bytes) {
        List<Notice> notices = assertInstanceOf(ParseOutcome.Unparsable.class, outcome(bytes)).notices();
        if (notices.size() != 1) {
            throw new AssertionError("not one notice: " + notices);
        }
        return notices.getFirst();
    }

    static Notice refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    /// All HTML of a document, its placeholders for links included.
    static String html(Document document) {
        return document.blocks().stream().map(b -> b.titleHtml() + "\n" + b.html()).collect(Collectors.joining("\n"));
    }

    static String html(String text) {
        return html(document(text));
    }

    /// The HTML as a browser's parser sees it, placeholders taken out.
    static Element dom(String text) {
        return Jsoup.parseBodyFragment(html(text).replaceAll("[\u0001\u0004]\\d+\u0002|\u0003", "")).body();
    }

    static List<String> rules(String text) {
        return parsed(text).notices().stream().map(Notice::rule).toList();
    }

    static Block block(Document document, String title) {
        return document.blocks().stream().filter(b -> b.title().equals(title)).findFirst()
            .orElseThrow(() -> new AssertionError(title + " is not among " + document.blocks().stream().map(Block::title).toList()));
    }
}
