package org.pressroom.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// The one rule that makes every name in an address: of an id, tag, person, team or alias.
///
/// NFC, lower case, white space to `-`, letters and digits of any script (with `-` and `_`) kept, all else dropped.
/// A name that is empty, reserved by an operating system, or changed beyond case by this gets a short hash of its
/// original, so that no two originals share an address unless they differ by case only ([AddressBook] tells those apart).
public final class AddressName {

    /// Longest name before the hash, in UTF-8 bytes: file systems stop at 255.
    private static final int MAX_BYTES = 120;

    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4",
        "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
        "lpt9", "index", "page", ".", "..");

    private AddressName() { }

    /// The address name of an original; never empty, never with `/`, `.` or `%`.
    public static String of(String original) {
        String lower = Normalizer.normalize(original.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String name = clean(original);
        boolean onlySpacesChanged = lower.replaceAll("\\s", "-").equals(name);
        return name.isEmpty() || RESERVED.contains(name) || !onlySpacesChanged ? withHash(name, original) : name;
    }

    /// Whether anything of the original is left in its address before a hash is added.
    public static boolean leavesNothing(String original) {
        return clean(original).isEmpty();
    }

    private static String clean(String original) {
        String lower = Normalizer.normalize(original.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            int kept = Character.isWhitespace(c) ? '-'
                : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK || c == '-' || c == '_' ? c : -1;
            if (kept >= 0) {
                bytes += kept < 0x80 ? 1 : kept < 0x800 ? 2 : kept < 0x10000 ? 3 : 4;
                if (bytes > MAX_BYTES) {
                    break;
                }
                name.appendCodePoint(kept);
            }
        }
        return name.toString();
    }

    /// A name with a short hash of its original, for names that would clash.
    public static String withHash(String name, String original) {
        return (name.isEmpty() ? "" : name + "-") + "x" + hash(original);
    }

    /// Five characters of `0-9a-z` from the original's SHA-256.
    private static String hash(String original) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(original.getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 6; i++) {
                bits = bits << 8 | digest[i] & 0xff;
            }
            String text = Long.toString(bits % 60_466_176L, 36);
            return "0".repeat(5 - text.length()) + text;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
