package org.pressroom.model;

import java.util.Locale;

/// How a document's metadata was written.
public enum MetadataCarrier {
    /// There is none.
    NONE,
    /// YAML between `---` lines.
    YAML,
    /// JBake's `key=value` lines before `~~~~~~`.
    JBAKE,
    /// A two-column table directly under the title.
    TABLE,
    /// A list of `- **Key:** value` directly under the title.
    LIST,
    /// Lines of `> Key: value` directly under the title.
    BLOCKQUOTE;

    /// Whether it is part of the markdown, where values may be emphasised and linked.
    public boolean inMarkdown() {
        return this == TABLE || this == LIST || this == BLOCKQUOTE;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
