package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.model.Passage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the proposed product is called, as far as title and headline surely tell: what stands before a colon or dash
/// (`Melinda: the smart mailbox`) or behind "introduces" (`Acme introduces Melinda, …`). Who introduces it is no product.
final class ProductNames {

    private static final Pattern FORM =
        Pattern.compile("(?i)^\\s*+(?:pr\\s*+/?\\s*+-?faq|press release(?: (?:&|and) faq)?)\\s*+[:—–-]\\s*+");
    private static final String NAME = "(\\p{Lu}[\\p{L}\\p{N}.+]*(?: [\\p{Lu}\\p{N}][\\p{L}\\p{N}.+]*){0,3})";
    private static final Pattern LEAD = Pattern.compile("^" + NAME + "(?:\\s*[:—–]|,| - )");
    private static final Pattern OBJECT = Pattern.compile(
        "(?i:\\b(?:launches|announces|introduces|introducing|unveils|releases|presents|stellt|lance|présente|lanza|presenta"
            + "|lança|apresenta))\\s+" + NAME + "(?=\\s*[:—–,.]| - | to | that | for |$)");
    private static final Pattern SINGLE = Pattern.compile("\\p{L}+");

    /// Characters of a title that are looked at.
    private static final int ENOUGH = 300;

    private ProductNames() { }

    static Set<String> of(Document document) {
        Set<String> names = new LinkedHashSet<>();
        Passage headline = document.pressRelease().headline();
        for (String written : headline == null ? List.of(document.title()) : List.of(document.title(), headline.text())) {
            String title = FORM.matcher(written.substring(0, Math.min(written.length(), ENOUGH))).replaceFirst("");
            for (Pattern pattern : List.of(LEAD, OBJECT)) {
                Matcher m = pattern.matcher(title);
                if (m.find() && m.group(1).length() > 2) {
                    names.add(m.group(1));
                }
            }
        }
        return names;
    }

    /// Where a text first speaks of a product; -1 when it doesn't. A name of one word counts inside a sentence only, and
    /// in German, where all nouns have a capital, not at all.
    static int first(String name, String text, String language) {
        boolean single = SINGLE.matcher(name).matches()
            && name.substring(1).equals(name.substring(1).toLowerCase(Locale.ROOT));
        if (single && language.equals("de")) {
            return -1;
        }
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            boolean inside = at > 1 && text.charAt(at - 1) == ' '
                && (Character.isLetter(text.charAt(at - 2)) || text.charAt(at - 2) == ',');
            if (whole && (inside || !single)) {
                return at;
            }
        }
        return -1;
    }
}
