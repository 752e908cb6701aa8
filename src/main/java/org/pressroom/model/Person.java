package org.pressroom.model;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.MailAddresses;

/// Somebody named in metadata.
///
/// @param name not blank, and without a mail address whatever was written: `ana` for `ana@example.org`
/// @param mail as written in `Name <mail>`; never published
public record Person(String name, @Nullable String mail) {

    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("blank name");
        }
        name = MailAddresses.name(name);
    }

    /// Reads `Name <mail>` or a bare name; a bare mail address gives the part before `@`.
    ///
    /// @param text not blank
    public static Person parse(String text) {
        int open = text.lastIndexOf('<');
        int close = text.lastIndexOf('>');
        String written = text.strip();
        if (open >= 0 && close > open) {
            String mail = text.substring(open + 1, close).strip();
            String name = unquoted(text.substring(0, open).strip());
            if (!name.isEmpty()) {
                return new Person(name, mail);
            }
            written = mail.isEmpty() ? text.replace('<', ' ').replace('>', ' ').strip() : mail;
        }
        return new Person(written, MailAddresses.name(written).equals(written) ? null : written);
    }

    private static String unquoted(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"") ? name.substring(1, name.length() - 1).strip() : name;
    }
}
