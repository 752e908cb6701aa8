package org.pressroom.parse;

import org.pressroom.config.YamlValue;
import org.pressroom.model.LinkedText;

import java.util.regex.Pattern;

/// Values of metadata that is part of the markdown, under the title: `**Accepted**` is the word alone, `[Jo Park](…)` the
/// name, and of an address only where the link leads.
final class MarkedValue {

    private static final Pattern HANDLE = Pattern.compile("(?<!\\s)\\s*+\\(@[^()]*+\\)");
    private static final Pattern AND = Pattern.compile("(?:,|(?<!\\s))\\s++(?:and|&)\\s++");

    private MarkedValue() { }

    /// @param linked whether the links in a text are kept, to be shown
    static YamlValue of(YamlValue value, ValueType type, boolean linked) {
        if (!(value instanceof YamlValue.Scalar scalar)) {
            return value;
        }
        return switch (type) {
            case ValueType.Free _, ValueType.Foreign _, ValueType.Fields _ -> value;
            // What these name by links is read later.
            case ValueType.Ids _, ValueType.Term _ -> value;
            case ValueType.Text _, ValueType.Texts _ when linked -> value;
            case ValueType.Address _ -> {
                LinkedText text = LinkedText.of(scalar.text());
                String address = text.firstAddress();
                yield with(scalar, address == null ? text.plain() : address);
            }
            case ValueType.People _ -> with(scalar, AND.matcher(HANDLE.matcher(names(scalar)).replaceAll("")).replaceAll(", "));
            case ValueType.Someone _ -> with(scalar, HANDLE.matcher(plain(scalar)).replaceAll(""));
            default -> with(scalar, plain(scalar));
        };
    }

    private static String plain(YamlValue.Scalar scalar) {
        return LinkedText.of(scalar.text()).plain();
    }

    /// Names that are links need no comma between them.
    private static String names(YamlValue.Scalar scalar) {
        StringBuilder names = new StringBuilder();
        for (LinkedText.Piece piece : LinkedText.of(scalar.text()).pieces()) {
            names.append(piece.href() == null && piece.text().isBlank() ? ", " : piece.text());
        }
        return names.toString();
    }

    private static YamlValue.Scalar with(YamlValue.Scalar scalar, String text) {
        return new YamlValue.Scalar(text, scalar.quoted(), scalar.span());
    }
}
