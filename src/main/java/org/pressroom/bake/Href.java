package org.pressroom.bake;

import java.nio.charset.StandardCharsets;

/// Addresses as they stand in links.
final class Href {

    private static final String KEPT = "-._~/!$'()*+,=:@";

    private Href() { }

    /// A path or fragment with everything but RFC 3986's own characters percent-encoded as UTF-8.
    static String of(String address) {
        StringBuilder href = new StringBuilder(address.length() + 8);
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || KEPT.indexOf(c) >= 0) {
                href.append(c);
            } else {
                href.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                    .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return href.toString();
    }

    /// What leads from a page to the site's root: empty at the root, `../` for each folder.
    static String root(String address) {
        return "../".repeat((int) address.chars().filter(c -> c == '/').count());
    }
}
