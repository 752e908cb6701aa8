package org.pressroom.parse;

import org.pressroom.model.Link;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a link's address is: to another host, into the archive, or nothing that a page may carry.
sealed interface Urls {

    /// @param address of another host, or `mailto:`, `tel:`
    record External(String address) implements Urls { }

    /// @param target percent-decoded path and fragment
    record Internal(String target) implements Urls { }

    /// A picture written into the text itself.
    record Inline(String address) implements Urls { }

    /// @param scheme that is not allowed, lower case: `javascript`
    record Unsafe(String scheme) implements Urls { }

    Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
    Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.*", Pattern.DOTALL);
    Pattern PICTURE = Pattern.compile("data:image/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=]+");

    /// Classifies an address as a browser would see it: it ignores control characters and spaces before and inside.
    static Urls of(String written, boolean image) {
        String address = withoutControls(written.strip()).strip();
        var scheme = SCHEME.matcher(address);
        if (address.indexOf(':') >= 0 && scheme.matches()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            if (image && name.equals("data") && PICTURE.matcher(address).matches()) {
                return new Inline(address);
            }
            return SCHEMES.contains(name) ? new External(encoded(address)) : new Unsafe(name);
        }
        if (address.startsWith("//") || address.startsWith("\\") || address.startsWith("/\\")) {
            return new External(encoded("https:" + address.replace('\\', '/').replaceFirst("^/*", "//")));
        }
        return new Internal(target(address));
    }

    /// Decodes the parts of an address each for itself: of a file's name, `%23` and `%3F` are no marks.
    private static String target(String address) {
        if (address.indexOf('%') < 0) {
            return address;
        }
        int hash = address.indexOf('#');
        int rest = hash < 0 ? address.length() : hash;
        int query = address.indexOf('?');
        int path = query < 0 || query > rest ? rest : query;
        return Link.pathOf(decode(address.substring(0, path))) + address.substring(path, rest) + decode(address.substring(rest));
    }

    private static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                StringBuilder seen = new StringBuilder(text.length());
                text.chars().filter(c -> !isControl(c)).forEach(c -> seen.append((char) c));
                return seen.toString();
            }
        }
        return text;
    }

    /// An address with what no address may hold in the form that browsers give it.
    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder(address.length() + 8);
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (" \"<>\\^`{|}".indexOf(c) >= 0) {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static boolean isControl(int c) {
        return c <= 0x1f || c == 0x7f;
    }

    private static String decode(String address) {
        if (address.indexOf('%') < 0) {
            return address;
        }
        try {
            String decoded = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
            return decoded.indexOf('\0') >= 0 ? address : decoded;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
