package org.pressroom.picture;

import org.xml.sax.SAXException;

/// Ends the reading of a drawing that may not be published.
@SuppressWarnings("serial")
final class SvgRefusal extends SAXException {

    private static final int EXCERPT = 60;

    /// @param reason continues a sentence that began with "the picture"
    SvgRefusal(String reason) {
        super(reason);
    }

    /// Something that would be fetched when the picture is shown.
    static SvgRefusal outward(String address) {
        return new SvgRefusal("loads something from elsewhere (" + excerpt(address) + ")");
    }

    /// The beginning of what an author wrote, in printable ASCII.
    static String excerpt(String written) {
        StringBuilder text = new StringBuilder();
        written.strip().codePoints().limit(EXCERPT).forEach(c -> text.append(c >= ' ' && c < 0x7F ? (char) c : '?'));
        return written.strip().length() > EXCERPT ? text + "…" : text.toString();
    }
}
