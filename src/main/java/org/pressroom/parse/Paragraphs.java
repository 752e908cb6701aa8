package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A paragraph of a press release that nothing announces, with the evidence of what it may be.
///
/// Each piece of evidence is a method of its own; [BareParts] weighs them.
final class Paragraphs {

    private static final Pattern QUOTED = Pattern.compile("[\"“”„«「『]([^\"“”„«»」』]{25,})[\"”“»」』]");
    private static final Pattern NUMBER = Pattern.compile("\\d");
    private static final List<String> LINKS = List.of("://", "www.", "@", ".com", ".org", ".net", ".io", ".dev", ".example");
    private static final String QUOTES = "\"“”„«»「」『』";
    private static final Pattern ATTRIBUTION = Pattern.compile("(?:^|\\n)\\s*[-—–―]\\s*\\S");
    private static final Pattern STRUCTURE = Pattern.compile("^(?:in \\*{0,2}act|key features|features include|about )", Pattern.CASE_INSENSITIVE);

    private Paragraphs() { }

    /// What is known of one paragraph; evidence that is asked for again and again is gathered once.
    static final class Unit {
        private final @Nullable Node node;
        private final @Nullable Node rest;
        private final int restOffset;
        private final LineSpan lines;
        private final String text;
        private final Cues cues;
        private final ProductName product;
        private final String lower;
        private final String unquoted;
        private final double quoted;
        private final int named;
        private final @Nullable String speaker;

        /// @param node       null for the rest of a paragraph behind a dateline
        /// @param rest       the first inline node of such a rest
        /// @param restOffset where it begins
        /// @param text       plain words
        Unit(@Nullable Node node, @Nullable Node rest, int restOffset, LineSpan lines, String text, Cues cues, ProductName product) {
            this.node = node;
            this.rest = rest;
            this.restOffset = restOffset;
            this.lines = lines;
            this.text = text;
            this.cues = cues;
            this.product = product;
            this.lower = lowered(text);
            boolean quotes = text.chars().anyMatch(c -> QUOTES.indexOf(c) >= 0);
            this.unquoted = quotes ? QUOTED.matcher(text).replaceAll(" ") : text;
            this.quoted = node instanceof BlockQuote ? 1
                : text.isEmpty() ? 0 : (double) (text.length() - unquoted.length()) / text.length();
            this.named = product.first(unquoted);
            this.speaker = quotes || node instanceof BlockQuote ? Speakers.in(text) : null;
        }

        @Nullable Node node() {
            return node;
        }

        @Nullable Node rest() {
            return rest;
        }

        int restOffset() {
            return restOffset;
        }

        LineSpan lines() {
            return lines;
        }

        String text() {
            return text;
        }

        boolean prose() {
            return node == null || node instanceof Paragraph;
        }

        private static String lowered(String text) {
            return text.toLowerCase(Locale.ROOT).replace('’', '\'');
        }

        /// Whether somebody speaks here: mostly quotation, with a speaker or a dash.
        boolean quotation() {
            if (quoted == 0) {
                return false;
            }
            boolean attributed = speaker != null || cues.count(Cues.Kind.SAID, lower) > 0 || ATTRIBUTION.matcher(text).find();
            boolean opens = !text.isBlank() && QUOTES.indexOf(text.strip().charAt(0)) >= 0;
            return node instanceof BlockQuote ? attributed || opens : quoted >= 0.55 || quoted >= 0.25 && attributed && opens;
        }

        int trouble() {
            return cues.count(Cues.Kind.TROUBLE, lowered(unquoted));
        }

        boolean speaksOfNow() {
            return cues.count(Cues.Kind.NOW, lower) > 0;
        }

        boolean contrasts() {
            return cues.count(Cues.Kind.CONTRAST, lower) > 0;
        }

        boolean hasNumber() {
            return NUMBER.matcher(text).find();
        }

        boolean announces() {
            int at = cues.first(Cues.Kind.ANNOUNCE, lower);
            return at >= 0 && at < 160;
        }

        /// Whether it begins with the day on which things change: "from today".
        boolean launches() {
            int at = cues.first(Cues.Kind.LAUNCH, lower);
            return at >= 0 && at < 12;
        }

        int gain() {
            return cues.count(Cues.Kind.GAIN, lower);
        }

        int action() {
            return cues.count(Cues.Kind.ACTION, lower);
        }

        boolean actsFirst() {
            int at = cues.first(Cues.Kind.ACTION, lower);
            return at >= 0 && at < 25;
        }

        boolean links() {
            return LINKS.stream().anyMatch(lower::contains);
        }

        /// Whether the product is named; early means in the first sentence.
        boolean names() {
            return named >= 0;
        }

        boolean namesEarly() {
            return named >= 0 && named < Math.max(60, Words.firstSentence(text, Integer.MAX_VALUE).length());
        }

        boolean structure() {
            return STRUCTURE.matcher(text).find();
        }

        int leaderSigns() {
            return cues.count(Cues.Kind.LEADER, speakerText());
        }

        int customerSigns() {
            return cues.count(Cues.Kind.CUSTOMER, speakerText());
        }

        /// Who speaks, in lower case; all that is not quoted when that is not clear.
        private String speakerText() {
            return (speaker == null ? unquoted : speaker).toLowerCase(Locale.ROOT);
        }

        boolean speakerNamesProduct() {
            return speaker != null && product.first(speaker) >= 0;
        }
    }
}
