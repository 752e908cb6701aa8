package org.pressroom.serve;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page as the preview sends it: with the script that listens for changes. The file itself stays as it was built.
final class LivePage {

    /// Where the script, its styles and the changes are found; no file of a site is served below it.
    static final String FOLDER = ".pressroom/";

    private static final String HEAD_END = "</head>";
    /// By which the page's own policy lets its scripts run.
    private static final Pattern NONCE = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"[^\"]*?'nonce-([A-Za-z0-9_-]++)'");

    private LivePage() { }

    /// @param html    UTF-8
    /// @param address of the page, relative to the site's root
    /// @param mark    of the state in which it is sent
    /// @return the bytes as they are when they have no head
    static byte[] of(byte[] html, String address, String mark) {
        // A character for each byte: what is looked for is ASCII.
        String page = new String(html, StandardCharsets.ISO_8859_1);
        int end = page.indexOf(HEAD_END);
        if (end < 0) {
            return html;
        }
        Matcher nonce = NONCE.matcher(page).region(0, end);
        String script = "<script" + (nonce.find() ? " nonce=\"" + nonce.group(1) + "\"" : "") + " src=\"/" + FOLDER + "live.js\" data-page=\""
            + escaped(address) + "\" data-mark=\"" + mark + "\" defer></script>\n";
        return (page.substring(0, end) + new String(script.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + page.substring(end))
            .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
