package org.pressroom.model;

import org.jspecify.annotations.Nullable;

/// Somebody named in metadata.
///
/// @param name not blank
/// @param mail as written in `Name <mail>`; never published
public record Person(String name, @Nullable String mail) {

    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("blank name");
        }
    }

    /// Reads `Name <mail>` or a bare name; a bare mail address gives the part before `@`.
    ///
    /// @param text not blank
    public static Person parse(String text) {
        int open = text.lastIndexOf('<');
        int close = text.lastIndexOf('>');
        if (open >= 0 && close > open) {
            String mail = text.substring(open + 1, close).strip();
            String name = text.substring(0, open).strip();
            return name.isEmpty() ? parse(mail.isEmpty() ? text.replace('<', ' ').replace('>', ' ').strip() : mail)
                : new Person(name, mail);
        }
        String name = text.strip();
        int at = name.indexOf('@');
        return at > 0 && name.indexOf(' ') < 0 ? new Person(name.substring(0, at), name) : new Person(name, null);
    }
}
