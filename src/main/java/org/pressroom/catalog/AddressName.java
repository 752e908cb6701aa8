package org.pressroom.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The one rule that makes every name in an address: of an id, tag, person, team, page or attachment.
///
/// NFC, lower case; spaces, full stops, underscores and hyphens to a single `-`, none at the ends; letters and digits of any
/// script kept, all else dropped: `v1.2 (beta)` is `v1-2-beta`. A name that is empty, reserved or too long after this gets a
/// short hash of its original. Different originals may have one name; [AddressBook] tells them apart.
public final class AddressName {

    /// Longest name before the hash, in UTF-8 bytes: file systems stop at 255.
    private static final int MAX_BYTES = 120;

    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4",
        "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
        "lpt9", "index", "page");

    private static final Pattern KIND_OF_FILE = Pattern.compile("(?i)[-_. ]pr[-_. ]?faq$");

    private AddressName() { }

    /// The address name of an original; never empty, never with `/`, `.` or `%`.
    public static String of(String original) {
        String whole = clean(original);
        String name = cut(whole);
        return name.isEmpty() || RESERVED.contains(name) || name.length() < whole.length() ? withHash(name, original) : name;
    }

    /// What makes the address of an id that is taken from the name of a file: `melinda.pr-faq` is `melinda` there.
    static String ofFile(String id) {
        String bare = KIND_OF_FILE.matcher(id).replaceFirst("");
        return clean(bare).isEmpty() ? id : bare;
    }

    /// Whether anything of the original is left in its address before a hash is added.
    public static boolean leavesNothing(String original) {
        return clean(original).isEmpty();
    }

    /// Alike for addresses that some file system takes for one: those that know no difference of case, or of how an accent is written.
    public static String folded(String address) {
        return Normalizer.normalize(address.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC).replace('ς', 'σ');
    }

    private static String clean(String original) {
        String lower = Normalizer.normalize(Normalizer.normalize(original, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        StringBuilder name = new StringBuilder(lower.length());
        boolean gap = false;
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            if (c == '-' || c == '_' || c == '.' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else if (isKept(c)) {
                if (gap && !name.isEmpty()) {
                    name.append('-');
                }
                gap = false;
                name.appendCodePoint(c);
            }
        }
        return name.toString();
    }

    /// Marks belong to the letters of many scripts.
    private static boolean isKept(int c) {
        int type = Character.getType(c);
        return (Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) && !isInvisible(c);
    }

    /// Letters and marks that show nothing, so that nobody could tell two addresses apart: fillers, joiners, selectors of variants.
    private static boolean isInvisible(int c) {
        return c == 0x34f || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5 || c >= 0x180b && c <= 0x180f || c == 0x3164
            || c >= 0xfe00 && c <= 0xfe0f || c == 0xffa0 || c >= 0xe0100 && c <= 0xe01ef;
    }

    private static String cut(String name) {
        int bytes = 0;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > MAX_BYTES) {
                return name.substring(0, i > 0 && name.charAt(i - 1) == '-' ? i - 1 : i);
            }
            i += Character.charCount(c);
        }
        return name;
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
