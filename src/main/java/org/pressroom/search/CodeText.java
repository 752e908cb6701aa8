package org.pressroom.search;

/// The blocks of code in a block's HTML, which are no part of its text: their names are what people look for, but no rule reads them as
/// prose. Linear.
final class CodeText {

    private static final String OPENING = "<pre tabindex=\"0\"";
    private static final String CLOSING = "</code></pre>";

    private CodeText() { }

    /// @param html as [org.pressroom.model.Block] has it
    /// @return one under the other; empty when there are none
    static String of(String html) {
        int at = html.indexOf(OPENING);
        if (at < 0) {
            return "";
        }
        StringBuilder code = new StringBuilder();
        while (at >= 0) {
            int from = html.indexOf("<code", at);
            from = from < 0 ? -1 : html.indexOf('>', from) + 1;
            int to = from <= 0 ? -1 : html.indexOf(CLOSING, from);
            if (to < 0) {
                break;
            }
            code.append(html, from, to).append('\n');
            at = html.indexOf(OPENING, to);
        }
        return code.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
