package org.pressroom.build;

import org.pressroom.git.TreeEntry;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps pictures off the site that could run scripts or load things from elsewhere when they are opened by themselves.
///
/// Refuses rather than mends: an SVG that some drawing program made passes, one that hides something does not.
final class SvgGuard {

    private static final Pattern UNSAFE = Pattern.compile(
        "<\\s*(?:[a-z0-9]+:)?(?:script|foreignobject|iframe|object|embed|handler|listener|set|animate\\w*)\\b"
            + "|\\son[a-z]+\\s*=|javascript:|<!entity|<!doctype[^>]*\\[|<\\?xml-stylesheet|@import"
            + "|(?:href|src)\\s*=\\s*(?![\"'](?:#|data:image/(?:png|jpe?g|gif|webp);))|url\\(\\s*[\"']?(?!#|[\"']?#)");

    private SvgGuard() { }

    /// Takes unsafe pictures out of the addresses.
    ///
    /// @param linked only these are looked at, since no others are published
    static void refuseUnsafe(ArchiveSession session, Map<SourcePath, String> addresses, Set<SourcePath> linked) {
        for (TreeEntry asset : session.assets()) {
            if (linked.contains(asset.path()) && asset.path().fileName().toLowerCase(Locale.ROOT).endsWith(".svg")
                    && !isSafe(session.read(asset).bytes())) {
                addresses.remove(asset.path());
            }
        }
    }

    static boolean isSafe(byte[] svg) {
        String text = new String(svg, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        // A character reference could spell any of these words; no drawing program writes one inside an attribute's name.
        boolean disguised = text.indexOf('\0') >= 0 || text.matches("(?s).*(?:href|src)\\s*=\\s*[\"'][^\"']*&#.*");
        return text.contains("<svg") && !disguised && !UNSAFE.matcher(text).find();
    }
}
