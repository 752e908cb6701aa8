package org.pressroom.bake;

import org.jbake.template.RenderingException;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Pattern;

/// Looks at pages that templates of an archive had a hand in, where nobody vouches for the archive's scripts: a page keeps the
/// site's policy, under which nothing of theirs runs, and a feed stays a feed. What a template writes that would not run
/// is an error in it, so that nobody wonders why a page does nothing.
///
/// The policy is what protects; the search for scripts, which reads tags as they are written, is for the author.
final class TemplateGuard {

    private static final String FLAG = "; scripts in an archive's theme need --allow-theme-scripts";
    private static final String FEED = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"";

    private static final Pattern SCRIPT_ADDRESS = Pattern.compile("\\G[\"']?\\s*+javascript:", Pattern.CASE_INSENSITIVE);

    private final PagePolicy policy;

    TemplateGuard(PagePolicy policy) {
        this.policy = policy;
    }

    /// A page with the site's policy.
    ///
    /// @param template that made it, for the message
    /// @throws RenderingException when it holds a script that is not the site's, or is a feed with something else in it
    String checked(String page, String address, String template, String root) throws RenderingException {
        String wrong = address.endsWith(".html") ? script(page, root) : isFeed(page) ? null
            : "this template must make an Atom feed, with no other namespace in it";
        if (wrong != null) {
            throw new RenderingException(new TemplateFault(template, 1, 1, wrong + FLAG, address, new IllegalStateException(wrong)));
        }
        return address.endsWith(".html") ? PagePolicy.enforced(page) : page;
    }

    private static boolean isFeed(String text) {
        String feed = text.strip();
        return feed.startsWith(FEED) && feed.indexOf("xmlns", FEED.length()) < 0 && feed.indexOf("<?", 2) < 0;
    }

    /// What in a page would run; null for nothing.
    private @Nullable String script(String page, String root) {
        for (int at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
            int end = nameEnd(page, at + 1);
            if (end > at + 1) {
                String name = page.substring(at + 1, end).toLowerCase(Locale.ROOT);
                if ((name.equals("script") || name.endsWith(":script")) && !policy.isTheme(page, at, root)) {
                    return "the template writes a script that is not Pressroom's";
                }
                String attribute = attribute(page, end);
                if (attribute != null) {
                    return "the template writes the script `" + attribute + "` into an element `" + name + "`";
                }
            }
        }
        return null;
    }

    private static int nameEnd(String page, int from) {
        int at = from;
        while (at < page.length() && (Character.isLetterOrDigit(page.charAt(at)) || at > from && ":-_.".indexOf(page.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /// The first attribute of a tag that is a script.
    private static @Nullable String attribute(String page, int from) {
        int at = from;
        while (at < page.length() && page.charAt(at) != '>') {
            char c = page.charAt(at);
            if (Character.isWhitespace(c) || c == '/' || c == '=') {
                at++;
                continue;
            }
            int start = at;
            while (at < page.length() && !Character.isWhitespace(page.charAt(at)) && "=>/".indexOf(page.charAt(at)) < 0) {
                at++;
            }
            String name = page.substring(start, at).toLowerCase(Locale.ROOT);
            at = blanksEnd(page, at);
            boolean runs = name.startsWith("on") && name.length() > 2;
            if (at < page.length() && page.charAt(at) == '=') {
                int open = blanksEnd(page, at + 1);
                at = valueEnd(page, open);
                runs |= SCRIPT_ADDRESS.matcher(page).region(open, at).lookingAt();
            }
            if (runs) {
                return name;
            }
        }
        return null;
    }

    /// Where a value ends, its quotation marks included.
    private static int valueEnd(String page, int from) {
        char quote = from < page.length() ? page.charAt(from) : '>';
        if (quote == '"' || quote == '\'') {
            int close = page.indexOf(quote, from + 1);
            return close < 0 ? page.length() : close + 1;
        }
        int at = from;
        while (at < page.length() && !Character.isWhitespace(page.charAt(at)) && page.charAt(at) != '>') {
            at++;
        }
        return at;
    }

    private static int blanksEnd(String page, int from) {
        int at = from;
        while (at < page.length() && Character.isWhitespace(page.charAt(at))) {
            at++;
        }
        return at;
    }
}
