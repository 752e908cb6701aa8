package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A paragraph of a press release that nothing announces, with the evidence of what it may be.
///
/// Each piece of evidence is a method of its own; [BareParts] weighs them.
final class Paragraphs {

    private static final Pattern QUOTED = Pattern.compile("[\"“”„«「『]([^\"“”„«»」』]{25,})[\"”“»」』]");
    private static final Pattern NUMBER = Pattern.compile("\\d");
    private static final Pattern LINK = Pattern.compile("https?://|www\\.|\\b[\\w.+-]+@[\\w-]+\\.\\w|\\b[a-z0-9-]+\\.(?:com|io|org|net|dev|example)\\b");
    private static final Pattern ATTRIBUTION = Pattern.compile("(?:^|\\n)\\s*[-—–―]\\s*\\S");
    private static final Pattern STRUCTURE = Pattern.compile("^(?:in \\*{0,2}act|key features|features include|about )", Pattern.CASE_INSENSITIVE);

    private Paragraphs() { }

    /// @param node       null for the rest of a paragraph behind a dateline
    /// @param rest       the first inline node of such a rest
    /// @param restOffset where it begins
    /// @param text       plain words
    record Unit(@Nullable Node node, @Nullable Node rest, int restOffset, LineSpan lines, String text, Cues cues, ProductName product) {

        boolean prose() {
            return node == null || node instanceof Paragraph;
        }

        private String lower() {
            return text.toLowerCase(Locale.ROOT).replace('’', '\'');
        }

        /// The paragraph without what somebody is quoted saying.
        String unquoted() {
            return QUOTED.matcher(text).replaceAll(" ");
        }

        /// How much of it is quotation: 0 to 1.
        double quoted() {
            if (node instanceof BlockQuote) {
                return 1;
            }
            Matcher m = QUOTED.matcher(text);
            int inside = 0;
            while (m.find()) {
                inside += m.group(1).length();
            }
            return text.isEmpty() ? 0 : (double) inside / text.length();
        }

        /// Whether somebody speaks here: mostly quotation, with a speaker or a dash.
        boolean quotation() {
            double quoted = quoted();
            boolean speaker = cues.count(Cues.Kind.SAID, lower()) > 0 || ATTRIBUTION.matcher(text).find()
                || Speakers.in(text) != null;
            boolean opens = !text.isEmpty() && "\"“„«「『".indexOf(text.strip().charAt(0)) >= 0;
            return node instanceof BlockQuote ? speaker || opens : quoted >= 0.55 || quoted >= 0.25 && speaker && opens;
        }

        int trouble() {
            return cues.count(Cues.Kind.TROUBLE, unquoted().toLowerCase(Locale.ROOT).replace('’', '\''));
        }

        boolean speaksOfNow() {
            return cues.count(Cues.Kind.NOW, lower()) > 0;
        }

        boolean contrasts() {
            return cues.count(Cues.Kind.CONTRAST, lower()) > 0;
        }

        boolean hasNumber() {
            return NUMBER.matcher(text).find();
        }

        boolean announces() {
            int at = cues.first(Cues.Kind.ANNOUNCE, lower());
            return at >= 0 && at < 160;
        }

        /// Whether it begins with the day on which things change: "from today".
        boolean launches() {
            int at = cues.first(Cues.Kind.LAUNCH, lower());
            return at >= 0 && at < 12;
        }

        int gain() {
            return cues.count(Cues.Kind.GAIN, lower());
        }

        int action() {
            return cues.count(Cues.Kind.ACTION, lower());
        }

        boolean actsFirst() {
            int at = cues.first(Cues.Kind.ACTION, lower());
            return at >= 0 && at < 25;
        }

        boolean links() {
            return LINK.matcher(text).find();
        }

        /// Whether the product is named; early means in the first sentence.
        boolean names() {
            return product.first(unquoted()) >= 0;
        }

        boolean namesEarly() {
            int at = product.first(unquoted());
            return at >= 0 && at < Math.max(60, Words.firstSentence(text, Integer.MAX_VALUE).length());
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
            String speaker = Speakers.in(text);
            return (speaker == null ? unquoted() : speaker).toLowerCase(Locale.ROOT);
        }

        boolean speakerNamesProduct() {
            String speaker = Speakers.in(text);
            return speaker != null && product.first(speaker) >= 0;
        }
    }
}
