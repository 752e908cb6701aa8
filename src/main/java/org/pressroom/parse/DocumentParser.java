package org.pressroom.parse;

import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.util.ast.Document;
import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Metadata;
import org.pressroom.model.PressRelease;
import org.pressroom.model.Visibility;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Reads one file into a document. Immutable; safe for several threads.
public final class DocumentParser {

    private static final int SUMMARY_LENGTH = 300;
    private static final int HEAD_BYTES = 64 * 1024;

    private final Configuration configuration;
    private final Predicate<SourcePath> restricted;

    /// @param restricted tells documents that nobody may know of: a link to one becomes plain words
    public DocumentParser(Configuration configuration, Predicate<SourcePath> restricted) {
        this.configuration = configuration;
        this.restricted = restricted;
    }

    /// Reads a file. Never throws for what its author wrote.
    public ParseOutcome parse(SourceFile file) {
        return switch (TextDecoding.decode(file, configuration.thresholds())) {
            case TextDecoding.Refused refused -> new ParseOutcome.Unparsable(file.path(), List.of(refused.notice()));
            case TextDecoding.Decoded decoded -> parse(decoded.text(), decoded.notices());
        };
    }

    /// The text of a file as [#parse] would read it; empty when it can't be decoded.
    public Optional<SourceText> decode(SourceFile file) {
        return TextDecoding.decode(file, configuration.thresholds()) instanceof TextDecoding.Decoded decoded
            ? Optional.of(decoded.text()) : Optional.empty();
    }

    /// Reads the metadata alone, to learn who may read the document. A file that can't be decoded, or whose metadata
    /// can't be read, is restricted as soon as it seems to speak of that.
    public DocumentHead head(SourceFile file) {
        return switch (TextDecoding.decode(file, configuration.thresholds())) {
            case TextDecoding.Refused _ -> {
                int length = Math.min(file.bytes().length, HEAD_BYTES);
                String seen = new String(file.bytes(), 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
                yield new DocumentHead(file.path(), DefaultId.of(file.path()), MetadataTyping.ofUnreadable(seen));
            }
            case TextDecoding.Decoded decoded -> head(decoded.text());
        };
    }

    private DocumentHead head(SourceText source) {
        MetadataReader.Result header = MetadataReader.read(source, configuration.vocabulary());
        Metadata metadata = MetadataTyping.type(header.raw(), configuration.vocabulary());
        Visibility visibility = metadata.visibility();
        LineSpan lines = header.raw().lines();
        if (header.unreadable() && lines != null) {
            visibility = MetadataTyping.ofUnreadable(source.text().substring(0, source.lines().endOf(lines.to())));
        }
        return new DocumentHead(source.path(), idOf(metadata, source.path()), visibility);
    }

    private static DocumentId idOf(Metadata metadata, SourcePath path) {
        return metadata.id() != null && !metadata.id().isBlank()
            ? new DocumentId(path.source(), metadata.id().strip()) : DefaultId.of(path);
    }

    private ParseOutcome parse(SourceText source, List<Notice> decoding) {
        MetadataReader.Result header = MetadataReader.read(source, configuration.vocabulary());
        try {
            return parse(source, decoding, header);
        } catch (TooComplexException e) {
            int line = Math.clamp(e.line(), 1, source.lines().count());
            return new ParseOutcome.Unparsable(source.path(), List.of(new Notice("text-too-complex",
                e.line() == 0 ? Position.START : Position.ofLine(line, source.lines()),
                String.valueOf(e.getMessage()), new Fix("simplify the markup, or split the document"))));
        } catch (StackOverflowError e) {
            return new ParseOutcome.Unparsable(source.path(), List.of(new Notice("text-too-complex", Position.START,
                "its markup is nested too deeply to be read", new Fix("simplify the markup, or split the document"))));
        }
    }

    private ParseOutcome parse(SourceText source, List<Notice> decoding, MetadataReader.Result header) {
        RawMetadata raw = header.raw();
        Metadata metadata = MetadataTyping.type(raw, configuration.vocabulary());
        Document tree = Markdown.parse(source, raw.bodyLine());
        ReadingNotes notes = new ReadingNotes(source, restricted);
        RestrictedReference.replaceAll(tree, notes);
        LineSpan underTitle = raw.bodyLine() == 1 ? raw.lines() : null;
        List<Element> elements = Element.of(source, tree).stream()
            .filter(e -> underTitle == null || !underTitle.contains(e.lines().from())).toList();
        HtmlWriter writer = new HtmlWriter(source, tree, notes);
        String language = Language.of(sample(elements));
        Sectioner.Result cut = BareParts.infer(source, Sectioner.cut(source, elements), Cues.of(language));
        BlockAssembler.Result assembled = BlockAssembler.assemble(source.text(), writer, cut);

        SourcePath path = source.path();
        String title = titleOf(metadata, cut, assembled.pressRelease(), path);
        DocumentId id = idOf(metadata, path);
        List<Block> blocks = withoutTitleTwice(assembled.blocks(), title);
        List<Notice> all = new ArrayList<>(decoding);
        all.addAll(header.notices());
        all.addAll(notes.notices());
        all.sort(Comparator.comparing((Notice n) -> n.position().line()).thenComparing(n -> n.position().column())
            .thenComparing(Notice::rule).thenComparing(Notice::message));
        org.pressroom.model.Document document = new org.pressroom.model.Document(path, id, metadata, title,
            summaryOf(metadata, assembled), language, isPrfaq(cut, assembled),
            assembled.pressRelease(), assembled.faq(), blocks, notes.links(), anchorsOf(blocks), placeholders(source, elements));
        return new ParseOutcome.Parsed(document, source, raw, all, notes.suppressions());
    }

    private static String titleOf(Metadata metadata, Sectioner.Result cut, PressRelease release, SourcePath path) {
        if (metadata.title() != null && !metadata.title().isBlank()) {
            return metadata.title().strip();
        }
        Element heading = cut.title();
        if (heading != null && !heading.text().isBlank()) {
            return heading.text();
        }
        return release.headline() != null && !release.headline().text().isBlank()
            ? release.headline().text() : DefaultId.stem(path.fileName());
    }

    private static String summaryOf(Metadata metadata, BlockAssembler.Result assembled) {
        if (metadata.summary() != null && !metadata.summary().isBlank()) {
            return metadata.summary().strip();
        }
        if (assembled.pressRelease().subheading() != null) {
            return Words.shorten(assembled.pressRelease().subheading().text(), SUMMARY_LENGTH);
        }
        return assembled.blocks().stream().filter(b -> b.kind() != BlockKind.DATELINE && b.kind() != BlockKind.FOOTNOTES)
            .map(Block::text).filter(t -> !t.isBlank()).findFirst()
            .map(t -> Words.firstSentence(t, SUMMARY_LENGTH)).orElse("");
    }

    /// A headline that says what the title says stands in the page's header already.
    private static List<Block> withoutTitleTwice(List<Block> blocks, String title) {
        String plain = Labels.normal(title);
        return blocks.stream()
            .filter(b -> b.kind() != BlockKind.HEADLINE || !b.html().isEmpty() || !Labels.normal(b.title()).equals(plain)).toList();
    }

    private static String sample(List<Element> elements) {
        StringBuilder sample = new StringBuilder();
        for (Element element : elements) {
            sample.append(element.text()).append('\n');
            if (sample.length() > Language.ENOUGH) {
                break;
            }
        }
        return sample.toString();
    }

    /// Surely something else: no press release, no FAQ, and no part that an author named.
    private static boolean isPrfaq(Sectioner.Result cut, BlockAssembler.Result assembled) {
        return cut.pressReleaseHeading() != null || cut.faqHeading() != null
            || !assembled.pressRelease().parts().isEmpty() || !assembled.faq().questions().isEmpty();
    }

    private static List<String> anchorsOf(List<Block> blocks) {
        return blocks.stream().map(Block::anchor).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    private static List<Integer> placeholders(SourceText source, List<Element> elements) {
        LineMap lines = source.lines();
        TreeSet<Integer> found = new TreeSet<>();
        for (Element element : elements) {
            boolean comment = element.node() instanceof HtmlBlockBase html && html.getChars().startsWith("<!--");
            if (element.kind() == Element.Kind.CODE || comment) {
                continue;
            }
            for (int line = element.lines().from(); line <= element.lines().to(); line++) {
                if (Placeholders.in(source.text(), lines.startOf(line), lines.endOf(line))) {
                    found.add(line);
                }
            }
        }
        return List.copyOf(found);
    }
}
