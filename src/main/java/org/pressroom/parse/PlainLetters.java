package org.pressroom.parse;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A text as a reader takes it: in lower case, without marks over letters and characters that can't be seen, every space the same,
/// and letters of other scripts and widths that look like Latin ones as those.
final class PlainLetters {

    private static final Map<Character, Character> ALIKE = new HashMap<>();

    static {
        // Cyrillic and Greek letters, then Latin ones that do not decompose.
        String look = "абвеѕіїјкӏмнорстухѵьԁԛԝғαβγεικμνορτυχωıɪʙᴠɩʟᴛʏᴅᴇᴄᴀɴᴏʀꜱłøđħŧгʋ";
        String like = "a6besiijklmhopctyxvbdqwfabyeikuvoptuxwiibviltydecanorslodhtrv";
        for (int i = 0; i < look.length(); i++) {
            ALIKE.put(look.charAt(i), like.charAt(i));
        }
    }

    private PlainLetters() { }

    static String of(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < 0x80) {
            at++;
        }
        return at == text.length() ? text.toLowerCase(Locale.ROOT) : folded(text);
    }

    private static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        apart.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> { }
                case Character.SPACE_SEPARATOR -> plain.append(' ');
                default -> {
                    if (c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800) {
                        plain.append(' ');
                    } else if (c < 0x10000) {
                        plain.append((char) ALIKE.getOrDefault((char) c, (char) c));
                    } else {
                        plain.appendCodePoint(c);
                    }
                }
            }
        });
        return plain.toString();
    }
}
