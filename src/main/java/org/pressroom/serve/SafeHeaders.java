package org.pressroom.serve;

import java.util.Map;

/// Headers that keep a site from being read, shown or misread by pages of other sites. The guide gives the same for servers that
/// publish one, where a cookie or the network protects it.
final class SafeHeaders {

    /// Of every answer.
    static final Map<String, String> EVERYWHERE = Map.of(
        "Cross-Origin-Resource-Policy", "same-origin",
        "Cross-Origin-Opener-Policy", "same-origin",
        "X-Frame-Options", "DENY",
        "X-Content-Type-Options", "nosniff",
        "Referrer-Policy", "no-referrer",
        // Pages name the rest of their policy themselves, since they are read from disks too.
        "Content-Security-Policy", "frame-ancestors 'none'");

    /// The policy of a picture that may be opened by itself, and is a document then.
    static final String OF_PICTURES =
        "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private SafeHeaders() { }
}
