package org.pressroom.bake;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a server says with each file of a site, so that a browser does no more with it than it is for.
///
/// Pages carry their [own policy][PagePolicy] wherever they stand, from a disk too. These headers add what only a server can
/// say: what a file's type is and that no other is to be guessed, who may show it in a frame or load it from another site, and
/// that what an archive brought along runs nothing. `pressroom serve` sends them, and the site holds them as `_headers`, which
/// Netlify, Cloudflare Pages and others read; `src/docs/how-to` has them for nginx, Apache and S3.
public final class SecurityHeaders {

    /// Where files of an archive stand: what documents refer to, and the documents as they were written.
    private static final String[] OF_ARCHIVE = {"files/", "raw/"};

    private static final Map<String, String> EVERYWHERE = headers(
        "X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin", "X-Frame-Options", "DENY",
        "Cross-Origin-Resource-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin");

    private static final String POLICY = "Content-Security-Policy";
    /// Scripts, style sheets and pictures are a page's own matter; so this can stand together with what is said of files of an archive.
    private static final String SITE = "object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /// A drawing has styles of its own, and a film or a song is shown by a page that the browser makes around it.
    private static final String FILE = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; form-action 'none';"
        + " base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() { }

    /// Every header to be sent with a file, its type included.
    ///
    /// @param address of the file, relative to the site's root
    public static Map<String, String> of(String address) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", MediaTypes.of(address));
        headers.putAll(EVERYWHERE);
        headers.put(POLICY, isOfArchive(address) ? FILE : SITE);
        return headers;
    }

    private static boolean isOfArchive(String address) {
        for (String folder : OF_ARCHIVE) {
            if (address.startsWith(folder)) {
                return true;
            }
        }
        return false;
    }

    /// The file `_headers`: a path, and indented below it what is said of everything there. Where two paths fit, both count.
    ///
    /// @param root the path of the site on its host, ending in `/`
    static String file(String root) {
        StringBuilder text = new StringBuilder();
        rule(text, root + "*", EVERYWHERE);
        text.append("  ").append(POLICY).append(": ").append(SITE).append('\n');
        for (String folder : OF_ARCHIVE) {
            rule(text, root + folder + "*", headers(POLICY, FILE));
        }
        // Hosts know the types of all that stands in `files/`; markdown has none everywhere.
        text.append("  Content-Type: ").append(MediaTypes.of(".md")).append('\n');
        return text.toString();
    }

    private static void rule(StringBuilder text, String path, Map<String, String> headers) {
        text.append(path).append('\n');
        headers.forEach((name, value) -> text.append("  ").append(name).append(": ").append(value).append('\n'));
    }

    private static Map<String, String> headers(String... pairs) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
        return headers;
    }
}
