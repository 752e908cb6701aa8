package org.pressroom.picture;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Writes what the parser reads of a drawing, as far as it is allowed. For one drawing.
final class SvgCopy extends DefaultHandler2 {

    private static final int MAX_DEPTH = 256;
    private static final int MAX_ELEMENTS = 250_000;
    private static final int MAX_ATTRIBUTES = 200;

    /// The parser looks each prefix up among those in scope.
    private static final int MAX_PREFIXES = 100;

    private final SvgAttributes attributes;
    private final SvgText out = new SvgText();
    private final TreeSet<String> removed = new TreeSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Locator locator;
    private boolean plain;
    private int elements;
    private int prefixes;

    SvgCopy(boolean keepMetadata, int depth) {
        this.attributes = new SvgAttributes(keepMetadata, depth, removed);
    }

    /// What becomes of an element and all within it.
    private enum Fate { KEPT, STYLE, LABEL, REMOVED }

    /// An element that has begun.
    private static final class Open {

        private final String name;
        private final Fate fate;
        private final StringBuilder css = new StringBuilder();
        private @Nullable SvgLabel label;

        /// What a `switch` shows when it has nothing else.
        private @Nullable SvgLabel fallback;
        private boolean hasChildren;

        Open(String name, Fate fate) {
            this.name = name;
            this.fate = fate;
        }
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    List<String> removed() {
        return List.copyOf(removed);
    }

    /// Where the parser is.
    int line() {
        return locator == null ? 0 : Math.max(0, locator.getLineNumber());
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (++prefixes > MAX_PREFIXES) {
            throw new SvgRefusal("has more than " + MAX_PREFIXES + " namespaces");
        }
    }

    @Override
    public void endPrefixMapping(String prefix) {
        prefixes--;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes written) throws SAXException {
        if (open.isEmpty()) {
            // Written without its namespace, it is a drawing nevertheless; browsers show it when it has one.
            plain = uri.isEmpty();
            if (!localName.equals("svg") || !isSvg(uri)) {
                throw new SvgRefusal("is not an SVG: its first element is not svg");
            }
        }
        if (++elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
            throw new SvgRefusal(elements > MAX_ELEMENTS ? "has more than " + MAX_ELEMENTS + " elements" : "is nested more than " + MAX_DEPTH + " deep");
        }
        if (written.getLength() > MAX_ATTRIBUTES) {
            throw new SvgRefusal("has an element with more than " + MAX_ATTRIBUTES + " attributes");
        }
        Open parent = open.peek();
        Fate around = parent == null ? Fate.KEPT : parent.fate;
        refuseActive(uri, localName, written, parent);
        if (isSvg(uri)) {
            attributes.check(localName, written);
        }
        Open element = new Open(localName, fate(around, uri, localName, written));
        open.push(element);
        if (around == Fate.LABEL && parent != null && parent.label != null) {
            element.label = parent.label;
            element.label.begin(localName);
        } else if (element.fate == Fate.LABEL) {
            element.label = new SvgLabel(written.getValue("x"), written.getValue("y"), written.getValue("width"), written.getValue("height"),
                written.getValue("transform"));
            removed.add(SvgOutcome.LABELS);
        } else if (element.fate == Fate.KEPT) {
            out.begin(localName);
            if (parent == null) {
                out.attribute("xmlns", SvgNames.SVG);
            } else {
                parent.hasChildren = true;
            }
            attributes.write(localName, written, out);
        } else if (element.fate == Fate.REMOVED && around == Fate.KEPT) {
            removed.add(isSvg(uri) ? SvgNames.ANIMATIONS.contains(localName) ? "animations" : localName.equals("metadata") ? "metadata"
                : "the element " + SvgRefusal.excerpt(localName) : "parts of other vocabularies");
        }
    }

    private boolean isSvg(String uri) {
        return uri.equals(SvgNames.SVG) || plain && uri.isEmpty();
    }

    private Fate fate(Fate around, String uri, String name, Attributes written) {
        if (around != Fate.KEPT || !isSvg(uri)) {
            return around == Fate.LABEL ? Fate.LABEL : Fate.REMOVED;
        }
        if (name.equals("foreignObject")) {
            return Fate.LABEL;
        }
        if (name.equals("style")) {
            String type = written.getValue("type");
            String media = written.getValue("media");
            boolean css = type == null || type.isBlank() || type.strip().equalsIgnoreCase("text/css");
            return css && (media == null || media.isBlank() || media.strip().equalsIgnoreCase("all") || media.strip().equalsIgnoreCase("screen"))
                ? Fate.STYLE : Fate.REMOVED;
        }
        return SvgNames.ELEMENTS.contains(name) ? Fate.KEPT : Fate.REMOVED;
    }

    /// Refuses what could run or load something, also within what is removed.
    private void refuseActive(String uri, String name, Attributes written, @Nullable Open parent) throws SvgRefusal {
        String lower = name.toLowerCase(Locale.ROOT);
        if (SvgNames.SCRIPTS.contains(lower)) {
            throw new SvgRefusal("has a script");
        }
        boolean label = parent != null && parent.fate == Fate.LABEL;
        if (SvgNames.isActive(uri, label)) {
            throw new SvgRefusal("has parts of a vocabulary that can act (" + SvgRefusal.excerpt(name) + ")");
        }
        for (int i = 0; i < written.getLength(); i++) {
            if (SvgNames.isActive(written.getURI(i), label)) {
                throw new SvgRefusal("has parts of a vocabulary that can act (" + SvgRefusal.excerpt(written.getLocalName(i)) + ")");
            }
            if (written.getURI(i).isEmpty() && written.getLocalName(i).toLowerCase(Locale.ROOT).startsWith("on")) {
                throw new SvgRefusal("runs a script on an event (" + SvgRefusal.excerpt(written.getLocalName(i)) + ")");
            }
            if (written.getURI(i).equals(SvgNames.XML) && written.getLocalName(i).equals("base")) {
                throw new SvgRefusal("changes where its addresses point to (xml:base)");
            }
        }
        boolean html = uri.equals(SvgNames.HTML);
        if (html && !label) {
            throw new SvgRefusal("has HTML outside of a label (" + SvgRefusal.excerpt(name) + ")");
        }
        if (html || label && !isSvg(uri)) {
            if (html && !SvgNames.LABEL_ELEMENTS.contains(lower)) {
                throw new SvgRefusal("has HTML that is more than words (" + SvgRefusal.excerpt(name) + ")");
            }
            attributes.checkHtml(written);
        } else if (!isSvg(uri)) {
            attributes.checkForeign(written);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        Open element = open.peek();
        if (element == null) {
            return;
        }
        switch (element.fate) {
            case KEPT -> out.text(text, start, length);
            case STYLE -> element.css.append(text, start, length);
            case LABEL -> {
                if (element.label != null) {
                    element.label.text(text, start, length);
                }
            }
            case REMOVED -> { }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        Open element = open.pop();
        Open parent = open.peek();
        switch (element.fate) {
            case KEPT -> {
                if (element.fallback != null && !element.hasChildren) {
                    element.fallback.write(out);
                }
                out.end(element.name);
            }
            case STYLE -> style(element.css);
            case LABEL -> endLabel(element, parent);
            case REMOVED -> { }
        }
    }

    private void endLabel(Open element, @Nullable Open parent) {
        SvgLabel label = element.label;
        if (label == null || parent == null) {
            return;
        }
        if (parent.fate == Fate.LABEL) {
            label.end(element.name);
        } else if (parent.name.equals("switch")) {
            parent.fallback = parent.fallback == null ? label : parent.fallback;
        } else {
            label.write(out);
        }
    }

    private void style(CharSequence css) throws SvgRefusal {
        CssRebuild.Styles styles = CssRebuild.sheet(css);
        if (!styles.complete()) {
            removed.add("styles");
        }
        if (!styles.css().isBlank()) {
            out.begin("style");
            out.text("\n" + styles.css());
            out.end("style");
        }
    }

    @Override
    public void comment(char[] text, int start, int length) {
        removed.add("comments");
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        if (target.toLowerCase(Locale.ROOT).startsWith("xml-")) {
            throw new SvgRefusal("loads a style sheet (" + SvgRefusal.excerpt(target) + ")");
        }
        removed.add("processing instructions");
    }

    @Override
    public void internalEntityDecl(String name, String value) throws SAXException {
        refuseDeclaration();
    }

    @Override
    public void externalEntityDecl(String name, @Nullable String publicId, String systemId) throws SAXException {
        refuseDeclaration();
    }

    @Override
    public void attributeDecl(String element, String attribute, String type, @Nullable String mode, @Nullable String value) throws SAXException {
        refuseDeclaration();
    }

    @Override
    public void elementDecl(String name, String model) throws SAXException {
        refuseDeclaration();
    }

    @Override
    public void notationDecl(String name, @Nullable String publicId, @Nullable String systemId) throws SAXException {
        refuseDeclaration();
    }

    @Override
    public void unparsedEntityDecl(String name, @Nullable String publicId, String systemId, String notation) throws SAXException {
        refuseDeclaration();
    }

    private static void refuseDeclaration() throws SvgRefusal {
        throw new SvgRefusal("declares entities or attributes of its own");
    }

    @Override
    public void skippedEntity(String name) throws SAXException {
        if (!name.equals("[dtd]")) {
            throw new SvgRefusal("uses an entity that is not declared");
        }
    }

    /// Nothing is fetched.
    @Override
    public InputSource resolveEntity(@Nullable String name, @Nullable String publicId, @Nullable String base, String systemId) {
        return new InputSource(new StringReader(""));
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
        throw problem;
    }
}
