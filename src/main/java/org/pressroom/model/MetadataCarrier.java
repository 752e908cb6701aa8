package org.pressroom.model;

import java.util.Locale;

/// How a document's metadata was written, in the order in which the forms count where they contradict each other.
public enum MetadataCarrier {
    /// There is none.
    NONE,
    /// YAML between `---` lines.
    YAML,
    /// TOML between `+++` lines.
    TOML,
    /// JBake's `key=value` lines before `~~~~~~`.
    JBAKE,
    /// A two-column table directly under the title.
    TABLE,
    /// A list of `- **Key:** value` directly under the title.
    LIST,
    /// Lines of `> Key: value` directly under the title.
    BLOCKQUOTE,
    /// Lines of `**Key:** value` or `Key: value` directly under the title, or at the top of the file.
    LINES,
    /// Sections such as `## Status`.
    SECTION,
    /// A YAML file beside the document.
    SIDECAR,
    /// The name of the file.
    FILE_NAME,
    /// The folder in which it lies.
    FOLDER,
    /// `defaults` of the configuration.
    DEFAULTS;

    /// Whether it is part of the markdown, where values may be emphasised and linked.
    public boolean inMarkdown() {
        return this == TABLE || this == LIST || this == BLOCKQUOTE || this == LINES || this == SECTION;
    }

    /// Whether it is written for programs, so that each of its keys should be known.
    public boolean isHeader() {
        return this == YAML || this == TOML || this == JBAKE;
    }

    /// Whether it speaks of the one document, and not of all in a place or of a kind.
    public boolean isItsOwn() {
        return this != NONE && this != FILE_NAME && this != DEFAULTS;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// How it is called in a sentence.
    public String noun() {
        return switch (this) {
            case NONE -> "nothing";
            case YAML, TOML -> "the front matter";
            case JBAKE -> "the header";
            case TABLE -> "the table under the title";
            case LIST -> "the list under the title";
            case BLOCKQUOTE -> "the quotation under the title";
            case LINES -> "a line under the title";
            case SECTION -> "a section of the text";
            case SIDECAR -> "the file beside it";
            case FILE_NAME -> "the file's name";
            case FOLDER -> "the folder";
            case DEFAULTS -> "`defaults` in pressroom.yaml";
        };
    }
}
