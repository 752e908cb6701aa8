package org.pressroom.picture;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

/// Reads a drawing as XML and writes it anew from the lists of [SvgNames], so that what is published is what those lists
/// say and nothing that a browser could read in another way.
///
/// What drawing programs add for themselves goes: their own vocabularies, metadata, comments, processing instructions,
/// animations, embedded fonts, addresses that a click would open. What would run or load something when the picture is opened is a refusal
/// of the whole picture: scripts, handlers of events, HTML outside of a label, style sheets and pictures from elsewhere,
/// links that run scripts, declared entities. Only UTF-8 is read.
///
/// A label that a program wrote as HTML, in `foreignObject`, becomes lines of text, unless the drawing has words for viewers
/// without HTML.
public final class SvgRebuild {

    /// A larger drawing would be a burden for readers, too.
    public static final int MAX_BYTES = 4 << 20;

    private static final String PREFIX = "http://xml.org/sax/";
    private static final int DECLARATION = 200;
    private static final Set<String> LATIN = Set.of("us-ascii", "iso-8859-1", "windows-1252");

    private SvgRebuild() { }

    /// @param svg          the file, not changed
    /// @param keepMetadata whether photographs within it keep theirs
    public static SvgOutcome of(byte[] svg, boolean keepMetadata) {
        return of(svg, keepMetadata, 0);
    }

    /// @param depth how many drawings this one is within
    static SvgOutcome of(byte[] svg, boolean keepMetadata, int depth) {
        if (svg.length > MAX_BYTES) {
            return new SvgOutcome.Refused("has more than " + (MAX_BYTES >> 20) + " MB", 0);
        }
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(svg));
        } catch (CharacterCodingException e) {
            return new SvgOutcome.Refused("is not in UTF-8", 1);
        }
        if (text.hasRemaining() && text.get(0) == '\uFEFF') {
            text.get();
        }
        String xml = text.toString();
        if (!isWhatItDeclares(xml, svg.length)) {
            return new SvgOutcome.Refused("declares another encoding than UTF-8", 1);
        }
        SvgCopy copy = new SvgCopy(keepMetadata, depth);
        try {
            reader(copy).parse(new InputSource(new StringReader(xml)));
            return new SvgOutcome.Rebuilt(copy.bytes(), copy.removed());
        } catch (SvgRefusal e) {
            return new SvgOutcome.Refused(String.valueOf(e.getMessage()), copy.line());
        } catch (SAXParseException e) {
            return new SvgOutcome.Refused("is not well-formed XML", Math.max(0, e.getLineNumber()));
        } catch (SAXException e) {
            return new SvgOutcome.Refused("is not well-formed XML", copy.line());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read: " + e.getMessage(), e);
        }
    }

    /// The text was read as UTF-8. It must not declare anything else, since its author saw other characters then; only where all is ASCII,
    /// the Latin encodings of older programs come to the same.
    private static boolean isWhatItDeclares(String xml, int bytes) {
        int end = xml.startsWith("<?xml") ? xml.indexOf("?>") : 0;
        if (end < 0 || end > DECLARATION) {
            return false;
        }
        String declaration = xml.substring(0, end).toLowerCase(Locale.ROOT);
        int name = declaration.indexOf("encoding");
        if (name < 0) {
            return true;
        }
        String value = declaration.substring(name + "encoding".length()).strip();
        String quoted = value.startsWith("=") ? value.substring(1).strip() : "";
        int close = quoted.isEmpty() ? -1 : quoted.indexOf(quoted.charAt(0), 1);
        String encoding = close < 0 ? "" : quoted.substring(1, close);
        return encoding.equals("utf-8") || LATIN.contains(encoding) && bytes == xml.length() && xml.chars().allMatch(c -> c < 0x80);
    }

    private static XMLReader reader(SvgCopy copy) {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(PREFIX + "features/external-general-entities", false);
            factory.setFeature(PREFIX + "features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setXIncludeAware(false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(copy);
            reader.setEntityResolver(copy);
            reader.setDTDHandler(copy);
            reader.setErrorHandler(copy);
            reader.setProperty(PREFIX + "properties/lexical-handler", copy);
            reader.setProperty(PREFIX + "properties/declaration-handler", copy);
            return reader;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("Java has no XML parser that reads drawings safely: " + e.getMessage(), e);
        }
    }
}
