package org.pressroom.catalog;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/// What an address that somebody wrote must be like, so that every server and every file system can have a file there.
final class AddressPath {

    /// Of one name, in UTF-8: file systems stop at 255, and a file is written beside its place first.
    private static final int MAX_BYTES = 250;

    private static final String FORBIDDEN = "\\:*?\"<>|%#";

    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
        "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "conin$", "conout$");

    private AddressPath() { }

    /// Why there can't be a file, as the end of a sentence; null when there can.
    ///
    /// @param names  of the folders, then of the file
    /// @param ending that the file's name gets
    static @Nullable String whyNot(String[] names, String ending) {
        for (int i = 0; i < names.length; i++) {
            String name = i == names.length - 1 ? names[i] + ending : names[i];
            if (names[i].isEmpty() || name.startsWith(".") || name.endsWith(".") || !names[i].equals(names[i].strip())) {
                return "it is not an address";
            }
            int bytes = 0;
            for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
                int c = name.codePointAt(at);
                if (FORBIDDEN.indexOf(c) >= 0 || isUnprintable(c)) {
                    return "it has a character that an address can't have";
                }
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            }
            if (bytes > MAX_BYTES) {
                return "a part of it is longer than " + MAX_BYTES + " bytes";
            }
            int dot = name.indexOf('.');
            if (RESERVED.contains((dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT))) {
                return "`" + names[i] + "` is a name that some systems reserve for devices";
            }
        }
        return null;
    }

    /// Control characters, halves of a character, and what can't be seen or turns the direction of others.
    private static boolean isUnprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE, Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
