package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;

import java.util.List;

/// A block of a press release that nothing announces, with the evidence of what it may be.
///
/// Each piece of evidence is a method of its own; [Traits] notes them. The words are read once.
final class BareParagraph {

    private static final List<String> DOMAINS = List.of(".com", ".org", ".net", ".io", ".dev", ".de/", ".app", ".ai", ".example");
    private static final int AT_ONCE = 4;
    private static final int EARLY = 25;
    private static final int SUBJECT = 60;
    private static final int BEGINNING = 160;
    private static final double MOSTLY = 0.55;
    private static final double PARTLY = 0.25;
    private static final int TOLD = 60;

    private final @Nullable Node node;
    private final LineSpan lines;
    private final String text;
    private final ProductName product;
    private final List<Quoted.Range> speech;
    /// Cues of what is not said by somebody.
    private final Cues.Found own;
    private final double quoted;
    private final int named;
    private final boolean number;
    private final boolean links;

    /// @param node null for the rest of a paragraph behind a dateline
    /// @param text plain words
    BareParagraph(@Nullable Node node, LineSpan lines, String text, Cues cues, ProductName product) {
        this.node = node;
        this.lines = lines;
        this.text = text;
        this.product = product;
        this.speech = Quoted.speech(text);
        String outside = Quoted.without(text, speech);
        String lower = Cues.lowered(outside);
        this.own = cues.inLowered(lower);
        int said = 0;
        for (Quoted.Range range : speech) {
            said += range.to() - range.from();
        }
        this.quoted = node instanceof BlockQuote ? 1 : text.isEmpty() ? 0 : (double) said / text.length();
        this.named = product.first(outside);
        this.number = holdsDigit(text);
        this.links = holdsAddress(lower);
    }

    private static boolean holdsAddress(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == '@' || c == ':' && lower.startsWith("//", i + 1) || c == '.' && (i >= 3 && lower.startsWith("www", i - 3) || beginsDomain(lower, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsDomain(String lower, int dot) {
        if (dot + 1 >= lower.length() || lower.charAt(dot + 1) < 'a') {
            return false;
        }
        for (String domain : DOMAINS) {
            if (lower.startsWith(domain, dot)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    @Nullable Node node() {
        return node;
    }

    LineSpan lines() {
        return lines;
    }

    String text() {
        return text;
    }

    List<Quoted.Range> speech() {
        return speech;
    }

    boolean prose() {
        return node == null || node instanceof Paragraph;
    }

    // ---- who speaks

    /// Whether somebody speaks here: mostly quotation, with a speaker or a dash.
    boolean quotation() {
        if (quoted == 0) {
            return false;
        }
        boolean opens = !text.isBlank() && Quoted.isMark(text.strip().charAt(0));
        if (node instanceof BlockQuote) {
            return opens || attributed();
        }
        return quoted >= MOSTLY || quoted >= PARTLY && opens && attributed();
    }

    boolean isMostlySpeech() {
        return quoted >= MOSTLY;
    }

    boolean isPartlySpeech() {
        return quoted >= PARTLY;
    }

    boolean says() {
        return own.has(Cues.Kind.SAID);
    }

    /// What it is known by as a quotation.
    Quotations.Said said() {
        return new Quotations.Said(speaker(), Quoted.without(text, speech), speech.isEmpty() ? text : Quoted.only(text, speech));
    }

    /// Whether somebody speaks at length in a paragraph that tells something else as well.
    boolean quotesInside() {
        return own.has(Cues.Kind.SAID) && prose() && speech.stream().anyMatch(r -> r.to() - r.from() >= TOLD) && !quotation()
            && Speakers.isNamed(speaker());
    }

    private boolean attributed() {
        return own.has(Cues.Kind.SAID) || speaker() != null;
    }

    @Nullable String speaker() {
        return Speakers.in(text, speech);
    }

    // ---- what is told

    /// How many signs there are that something is wrong.
    int trouble() {
        return own.count(Cues.Kind.TROUBLE);
    }

    /// Told of how things are today.
    boolean speaksOfNow() {
        return own.has(Cues.Kind.NOW);
    }

    boolean contrasts() {
        return own.has(Cues.Kind.CONTRAST);
    }

    boolean hasNumber() {
        return number;
    }

    /// Whether it begins with news: "announced today".
    boolean announces() {
        int at = own.first(Cues.Kind.ANNOUNCE);
        return at >= 0 && at < BEGINNING;
    }

    /// Whether it begins with the day on which things change: "from today".
    boolean launches() {
        int at = own.first(Cues.Kind.LAUNCH);
        return at >= 0 && at < AT_ONCE;
    }

    int gain() {
        return own.count(Cues.Kind.GAIN);
    }

    boolean has(Cues.Kind kind) {
        return own.has(kind);
    }

    int count(Cues.Kind kind) {
        return own.count(kind);
    }

    /// Whether it begins with how things are or were.
    boolean beginsWithPast() {
        int now = own.first(Cues.Kind.NOW);
        int used = own.first(Cues.Kind.USED);
        return now >= 0 && now < AT_ONCE || used >= 0 && used < AT_ONCE;
    }

    /// Whether one of its first words is a plural, in languages that write it with an s: `AI coding agents can`.
    boolean beginsWithMany() {
        int words = 0;
        int start = 0;
        for (int i = 0; i < Math.min(text.length(), SUBJECT) && words < 4; i++) {
            if (text.charAt(i) == ' ') {
                if (i - start >= 5 && text.charAt(i - 1) == 's' && text.charAt(i - 2) != 's' && text.charAt(i - 2) != '\'' && text.charAt(i - 2) != '’') {
                    return true;
                }
                words++;
                start = i + 1;
            }
        }
        return false;
    }

    int action() {
        return own.count(Cues.Kind.ACTION);
    }

    /// Whether it begins with what the reader may do.
    boolean actsFirst() {
        int at = own.first(Cues.Kind.ACTION);
        return at >= 0 && at < EARLY;
    }

    /// Whether its first sentence says what the reader may do.
    boolean actsEarly() {
        int at = own.first(Cues.Kind.ACTION);
        return at >= 0 && at < SUBJECT;
    }

    boolean links() {
        return links;
    }

    // ---- who the subject is

    /// Whether the product is named.
    boolean names() {
        return named >= 0;
    }

    /// Whether it is named in the first sentence.
    boolean namesEarly() {
        return named >= 0 && (named < SUBJECT || named < Words.firstSentence(text, Integer.MAX_VALUE).length());
    }

    /// Whether its first word is the product's name.
    boolean opensWithProduct() {
        return named >= 0 && named < AT_ONCE;
    }

    /// Whether the paragraph's subject is the product: by its name, or as "the tool", "this service".
    boolean isAboutProduct() {
        int kind = own.first(Cues.Kind.PRODUCT);
        return named >= 0 && named < SUBJECT || kind >= 0 && kind < EARLY;
    }

    /// Whether what was made is mentioned by its kind.
    boolean mentionsProduct() {
        return own.has(Cues.Kind.PRODUCT);
    }

    /// Whether it tells what the product does: as its subject, or in more words of gain than of trouble.
    boolean describesProduct() {
        return isAboutProduct() || mentionsProduct() && gain() > 0 && gain() >= trouble();
    }
}
