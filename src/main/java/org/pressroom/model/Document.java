package org.pressroom.model;

import org.pressroom.source.SourcePath;

import java.util.List;

/// One proposal, read whole.
///
/// @param id       the author's, or the default from the path; on a clash the catalog decides
/// @param title    of metadata, else the first heading, else the file's name
/// @param summary  of metadata, else the subheading, else the first sentence; empty when there is no prose
/// @param language ISO 639-1, lower case
/// @param prfaq    false when it surely is something else (a stub, an agent's prompt)
/// @param blocks   the page in order
/// @param links    what needs the catalog, numbered by position in this list
/// @param anchors  every fragment that the page will have, in order
/// @param placeholders lines that hold an unfilled slot, ascending
public record Document(
        SourcePath path, DocumentId id, Metadata metadata, String title, String summary, String language,
        boolean prfaq, PressRelease pressRelease, Faq faq, List<Block> blocks, List<Link> links,
        List<String> anchors, List<Integer> placeholders) {

    public Document {
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
        anchors = List.copyOf(anchors);
        placeholders = List.copyOf(placeholders);
    }

    /// The same document with other metadata.
    public Document withMetadata(Metadata other) {
        return new Document(path, id, other, title, summary, language, prfaq, pressRelease, faq, blocks, links, anchors,
            placeholders);
    }
}
