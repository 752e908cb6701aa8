package org.pressroom.picture;

import org.jspecify.annotations.Nullable;
import org.pressroom.picture.CssToken.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes styles of a drawing anew: rules and declarations of [known properties][SvgNames], with values that name nothing
/// but parts of the drawing itself. All else goes; what would load something is a refusal.
final class CssRebuild {

    /// In one style sheet or attribute.
    private static final int MAX_TOKENS = 400_000;

    /// Functions whose text in quotes is an address.
    private static final Set<String> ADDRESSES = Set.of("url", "src", "image", "image-set", "-webkit-image-set", "cross-fade",
        "-webkit-cross-fade", "url-prefix", "domain");

    private final List<CssToken> tokens;
    private int at;
    private boolean complete = true;

    private CssRebuild(List<CssToken> tokens) {
        this.tokens = tokens;
    }

    /// What is left, and whether that is all that was there.
    record Styles(String css, boolean complete) { }

    /// @throws SvgRefusal when it would load something
    static Styles sheet(CharSequence css) throws SvgRefusal {
        CssRebuild rebuild = checked(css);
        StringBuilder out = new StringBuilder();
        while (rebuild.at < rebuild.tokens.size()) {
            rebuild.rule(out);
        }
        return new Styles(out.toString(), rebuild.complete);
    }

    /// The content of a `style` attribute.
    ///
    /// @throws SvgRefusal when it would load something
    static Styles declarations(CharSequence css) throws SvgRefusal {
        CssRebuild rebuild = checked(css);
        StringBuilder out = new StringBuilder();
        rebuild.declarations(rebuild.tokens, out);
        return new Styles(out.toString(), rebuild.complete);
    }

    /// The value of an attribute that sets a property.
    ///
    /// @return null when it says something that isn't allowed
    /// @throws SvgRefusal when it would load something
    static @Nullable String value(String written) throws SvgRefusal {
        if (isSimple(written)) {
            return written;
        }
        return value(checked(written).tokens);
    }

    /// @throws SvgRefusal when the text has the address of something to load
    static void refuseOutward(String css) throws SvgRefusal {
        if (css.indexOf('(') >= 0 || css.indexOf('\\') >= 0 || css.indexOf('@') >= 0) {
            checked(css);
        }
    }

    private static boolean isSimple(String written) {
        return written.chars().allMatch(c -> CssTokens.isNamePart(c) && c < 0x80 || c == ' ' || c == '#' || c == '.' || c == ',' || c == '%');
    }

    private static CssRebuild checked(CharSequence css) throws SvgRefusal {
        List<CssToken> tokens = CssTokens.of(css, MAX_TOKENS);
        boolean namespace = false;
        int addresses = 0;
        for (CssToken token : tokens) {
            switch (token.kind()) {
                case AT -> {
                    if (token.name().equals("import")) {
                        throw new SvgRefusal("loads another style sheet (@import)");
                    }
                    // Its address is a name that nobody fetches.
                    namespace = token.name().equals("namespace");
                }
                case FUNCTION -> {
                    if (token.name().equals("expression")) {
                        throw new SvgRefusal("has a script in its styles");
                    }
                    addresses = addresses > 0 || ADDRESSES.contains(token.name()) ? addresses + 1 : 0;
                }
                case DELIM -> {
                    namespace &= !token.is(';') && !token.is('{');
                    addresses = token.is(';') || token.is('{') || token.is('}') ? 0
                        : addresses + (addresses == 0 ? 0 : token.is('(') ? 1 : token.is(')') ? -1 : 0);
                }
                case URL, STRING, BAD -> {
                    if (!namespace && (token.kind() == Kind.URL || addresses > 0) && !isHarmless(token.text())) {
                        throw SvgRefusal.outward(token.text());
                    }
                }
                case IDENT, HASH, NUMBER, SPACE -> { }
            }
        }
        return new CssRebuild(tokens);
    }

    /// Whether an address needs nothing to be fetched.
    private static boolean isHarmless(String address) {
        String clean = SvgLinks.clean(address);
        return clean.isEmpty() || clean.startsWith("#") || clean.toLowerCase(Locale.ROOT).startsWith("data:");
    }

    private boolean isAt(char delimiter) {
        return at < tokens.size() && tokens.get(at).is(delimiter);
    }

    /// Reads one rule; one that begins with `@` is left out.
    private void rule(StringBuilder out) {
        CssToken first = tokens.get(at);
        if (first.kind() == Kind.SPACE || first.is(';') || first.is('}')) {
            at++;
            return;
        }
        boolean special = first.kind() == Kind.AT;
        int start = at;
        while (at < tokens.size() && !isAt('{') && !(special && isAt(';'))) {
            at++;
        }
        List<CssToken> selector = tokens.subList(start, at);
        if (!isAt('{')) {
            complete = false;
            return;
        }
        List<CssToken> block = block();
        if (special || !isSelector(selector)) {
            complete = false;
            return;
        }
        StringBuilder inside = new StringBuilder();
        declarations(block, inside);
        if (!inside.isEmpty()) {
            write(selector, out);
            out.append('{').append(inside).append("}\n");
        }
    }

    /// What is in braces; the position is behind them afterwards.
    private List<CssToken> block() {
        int start = ++at;
        for (int depth = 1; at < tokens.size(); at++) {
            depth += isAt('{') ? 1 : isAt('}') ? -1 : 0;
            if (depth == 0) {
                return tokens.subList(start, at++);
            }
        }
        return tokens.subList(start, at);
    }

    private static boolean isSelector(List<CssToken> tokens) {
        return tokens.stream().allMatch(token -> token.isPlain() && switch (token.kind()) {
            case IDENT, HASH, SPACE, STRING, NUMBER -> true;
            case FUNCTION -> SvgNames.SELECTOR_FUNCTIONS.contains(token.name());
            case DELIM -> ".,>+~*|=^$:[])&".indexOf(token.text().charAt(0)) >= 0;
            case AT, URL, BAD -> false;
        });
    }

    private void declarations(List<CssToken> block, StringBuilder out) {
        List<CssToken> one = new ArrayList<>();
        int depth = 0;
        for (CssToken token : block) {
            depth += token.kind() == Kind.FUNCTION || token.is('(') ? 1 : token.is(')') && depth > 0 ? -1 : 0;
            if (token.is(';') && depth == 0) {
                declaration(one, out);
                one.clear();
            } else {
                one.add(token);
            }
        }
        declaration(one, out);
    }

    private void declaration(List<CssToken> tokens, StringBuilder out) {
        int from = skipSpace(tokens, 0);
        if (from == tokens.size()) {
            return;
        }
        CssToken property = tokens.get(from);
        int colon = skipSpace(tokens, from + 1);
        boolean known = property.kind() == Kind.IDENT && property.isPlain() && colon < tokens.size() && tokens.get(colon).is(':')
            && (SvgNames.PROPERTIES.contains(property.name()) || property.text().startsWith("--"));
        String value = known ? value(tokens.subList(colon + 1, tokens.size())) : null;
        if (value == null) {
            complete = false;
        } else {
            out.append(property.text()).append(':').append(value.strip()).append(';');
        }
    }

    private static int skipSpace(List<CssToken> tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).kind() == Kind.SPACE) {
            at++;
        }
        return at;
    }

    private static @Nullable String value(List<CssToken> value) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < value.size(); i++) {
            CssToken token = value.get(i);
            boolean allowed = token.isPlain() && switch (token.kind()) {
                case IDENT, HASH, SPACE, STRING, NUMBER -> true;
                case FUNCTION -> SvgNames.VALUE_FUNCTIONS.contains(token.name());
                case URL -> token.text().startsWith("#");
                case DELIM -> ",/+-*().!".indexOf(token.text().charAt(0)) >= 0;
                case AT, BAD -> false;
            };
            depth += token.kind() == Kind.FUNCTION || token.is('(') ? 1 : token.is(')') ? -1 : 0;
            if (!allowed || depth < 0) {
                return null;
            }
            write(token, i == 0 ? null : value.get(i - 1), out);
        }
        return out + ")".repeat(depth);
    }

    private static void write(List<CssToken> tokens, StringBuilder out) {
        for (int i = 0; i < tokens.size(); i++) {
            write(tokens.get(i), i == 0 ? null : tokens.get(i - 1), out);
        }
    }

    /// Two tokens that were apart stay apart.
    private static void write(CssToken token, @Nullable CssToken before, StringBuilder out) {
        if (before != null && growsTogether(before, token)) {
            out.append(' ');
        }
        out.append(token.css());
    }

    private static boolean growsTogether(CssToken before, CssToken token) {
        boolean open = before.kind() == Kind.IDENT || before.kind() == Kind.HASH || before.kind() == Kind.NUMBER;
        return open && (token.kind() == Kind.IDENT || token.kind() == Kind.FUNCTION || token.kind() == Kind.URL
                || token.kind() == Kind.NUMBER && !token.text().startsWith("+") && !token.text().startsWith("."))
            || token.is('(') && before.kind() == Kind.IDENT;
    }
}
