package org.pressroom.config;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells a form for new documents by its name: `template.md`, `adr-template.md`, `0000-name.md`, `.github/…`. A name that begins with
/// another number is a document, even one about templates.
final class TemplateName {

    private static final Pattern TEMPLATE = Pattern.compile("(?:^|[-_. ])(?:templa[a-z]{1,3}|vorlage|plantilla|mod[eè]le|modelo|テンプレート|模板)s?(?:[-_. ]|$)");
    private static final Pattern NUMBERED = Pattern.compile("^\\D{0,12}0{0,9}[1-9]");
    private static final Pattern NO_NUMBER = Pattern.compile("^0{3,6}[-_. ]");

    private TemplateName() { }

    /// @param path below the content folder
    static boolean isOne(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        String stem = name.endsWith(".md") ? name.substring(0, name.length() - 3) : name.endsWith(".markdown") ? name.substring(0, name.length() - 9) : name;
        boolean folder = ("/" + lower).contains("/templates/") || ("/" + lower).contains("/_templates/") || ("/" + lower).contains("/template/");
        return folder || NO_NUMBER.matcher(stem).find() || TEMPLATE.matcher(stem).find() && !NUMBERED.matcher(stem).find();
    }
}
