package org.pressroom.parse;

import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.util.ast.Document;
import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.config.Kind;
import org.pressroom.config.Vocabulary;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Metadata;
import org.pressroom.model.Visibility;
import org.pressroom.parallel.Turn;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Reads one file into a document. Immutable; safe for several threads.
public final class DocumentParser {

    private static final int SUMMARY_LENGTH = 300;
    /// A title stands on many pages. The rule for titles asks for far fewer characters.
    private static final int TITLE_LENGTH = 1_000;
    private static final int HEAD_LENGTH = 64 * 1024;
    private static final int MOST_QUOTED = 80;

    private final Configuration configuration;
    private final HiddenLinks hidden;
    private final Predicate<SourcePath> explained;
    private final Labeller labeller;
    /// By the very kinds of the configuration.
    private final Map<Kind, PartLabels> labels = new IdentityHashMap<>();

    /// @param restricted tells documents that nobody may know of: a link to one becomes plain words
    public DocumentParser(Configuration configuration, Predicate<SourcePath> restricted) {
        this(configuration, HiddenLinks.to(restricted));
    }

    /// @param hidden tells what leads to documents that nobody may know of: a link to one becomes plain words
    public DocumentParser(Configuration configuration, HiddenLinks hidden) {
        this(configuration, hidden, _ -> false, Labeller.of(configuration.recogniser()));
    }

    /// @param explained of which notices say why they are hidden, for their authors alone
    private DocumentParser(Configuration configuration, HiddenLinks hidden, Predicate<SourcePath> explained, Labeller labeller) {
        this.configuration = configuration;
        this.hidden = hidden;
        this.explained = explained;
        this.labeller = labeller;
        labels.put(configuration.kind(), new PartLabels(configuration.kind()));
        configuration.kinds().forEach(kind -> labels.put(kind, new PartLabels(kind)));
    }

    /// The same for authors, who also learn why a document is hidden whose metadata do not say so.
    ///
    /// @param restricted whether a file is hidden, as [#head] tells
    public DocumentParser forAuthors(Predicate<SourcePath> restricted) {
        return new DocumentParser(configuration, hidden, restricted, labeller);
    }

    /// The same with other weights of the recogniser.
    public DocumentParser with(Weights weights) {
        return new DocumentParser(configuration, hidden, explained, new Labeller(weights));
    }

    /// Reads a file. Never throws for what its author wrote.
    public ParseOutcome parse(SourceFile file) {
        return switch (TextDecoding.decode(file, configuration.thresholds())) {
            case TextDecoding.Refused refused -> new ParseOutcome.Unparsable(file.path(), List.of(refused.notice()));
            case TextDecoding.Decoded decoded -> parse(decoded.text(), OutsideMetadata.of(file, configuration), decoded.notices());
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
            case TextDecoding.Refused _ -> unknown(file.path(),
                // Nobody can tell whom it is for.
                file.unreadable() != null ? Visibility.RESTRICTED : ofUndecodable(file));
            case TextDecoding.Decoded decoded -> head(decoded.text(), OutsideMetadata.of(file, configuration));
        };
    }

    /// The head of a file on which the work was given up: nobody can tell whom it is for, so it is hidden.
    public DocumentHead unknown(SourcePath path) {
        return unknown(path, Visibility.RESTRICTED);
    }

    private DocumentHead unknown(SourcePath path, Visibility visibility) {
        return new DocumentHead(path, DefaultId.of(path, formOf(configuration.kindOf(path))), null, null, visibility);
    }

    private DocumentHead head(SourceText source, OutsideMetadata outside) {
        Kind kind = configuration.kindOf(source.path());
        MetadataReader.Result header = MetadataReader.read(source, kind.vocabulary(), outside);
        MetadataTyping metadata = MetadataTyping.of(header.raw(), kind.vocabulary());
        return new DocumentHead(
            source.path(), idOf(metadata.id(), source.path(), kind), metadata.status(), metadata.outcome(), visibility(source, header, metadata));
    }

    private Visibility visibility(SourceText source, MetadataReader.Result header, MetadataTyping metadata) {
        LineSpan lines = header.raw().lines();
        if (configuration.excludes(source.path()) || !configuration.scope().drafts() && mayBeDraft(source.path(), header, metadata)) {
            return Visibility.RESTRICTED;
        }
        boolean said = header.unreadable() && lines != null
            && ofUnreadable(source.text().substring(0, source.lines().endOf(lines.to()))) == Visibility.RESTRICTED;
        said |= !header.beside().isEmpty() && ofUnreadable(header.beside()) == Visibility.RESTRICTED;
        return said || metadata.visibility() == Visibility.RESTRICTED || sign(source, header, metadata).isPresent() ? Visibility.RESTRICTED : Visibility.INTERNAL;
    }

    /// Where a header that was not read as metadata restricts the document.
    private Optional<RestrictedSign> sign(SourceText source, MetadataReader.Result header, MetadataTyping metadata) {
        Vocabulary vocabulary = configuration.kindOf(source.path()).vocabulary();
        int body = Math.min(header.raw().bodyLine(), source.lines().count());
        int behind = header.raw().bodyLine() > source.lines().count() ? source.text().length() : source.lines().startOf(body);
        int from = header.unreadable() ? 0 : behind;
        if (!vocabulary.aliases().containsValue("visibility") && !VisibilityWords.occurIn(source.text(), from)) {
            return Optional.empty();
        }
        return RestrictedSign.in(source.text(), from, label -> isVisibility(label, vocabulary),
            label -> MetadataSchema.knows(label, vocabulary), metadata.opens());
    }

    /// Tells a document's authors why it is hidden, where its metadata do not say so.
    private List<Notice> whyHidden(SourceText source, MetadataReader.Result header, RawMetadata raw, Vocabulary vocabulary) {
        if (!explained.test(source.path()) || header.unreadable()) {
            return List.of();
        }
        MetadataTyping metadata = MetadataTyping.of(raw, vocabulary);
        if (metadata.visibility() == Visibility.RESTRICTED) {
            return List.of();
        }
        LineMap lines = source.lines();
        return sign(source, header, metadata).map(sign -> sign.header() >= 0
            ? new Notice(FrontMatter.RULE, Position.ofLine(lines.lineAt(sign.header()), lines),
                lines.lineAt(sign.header()) > 1 ? "the front matter does not begin on line 1, so it was not read; it seems to restrict the document, which is not published"
                    : "the front matter was not read, since its first line is not exactly `---`, or it is too long; it seems to restrict the document, which is not published",
                new Fix("begin the file with a line `---`, end the front matter with another, and don't begin any line between them with a space"))
            : new Notice(FrontMatter.RULE, Position.ofLine(lines.lineAt(sign.offset()), lines),
                "this line seems to restrict the document, which is not published, but it is not read as metadata",
                new Fix("write `visibility: restricted` in front matter at the beginning of the file, or, if everybody may read it, reword the line"))).stream().toList();
    }

    /// A status that was written and is none may have been meant for a draft's.
    private boolean mayBeDraft(SourcePath path, MetadataReader.Result header, MetadataTyping metadata) {
        String status = metadata.status();
        return status == null ? header.raw().parts().stream().flatMap(part -> part.entries().entries().stream()).anyMatch(entry -> entry.key().strip().equalsIgnoreCase("status"))
            : "draft".equals(configuration.kindOf(path).vocabulary().status().meaningOf(status));
    }

    private Visibility ofUndecodable(SourceFile file) {
        String seen = TextDecoding.guessed(file.bytes());
        Vocabulary vocabulary = configuration.kindOf(file.path()).vocabulary();
        return ofUnreadable(seen.substring(0, Math.min(seen.length(), HEAD_LENGTH))) == Visibility.RESTRICTED
            || RestrictedSign.in(seen, 0, label -> isVisibility(label, vocabulary), label -> MetadataSchema.knows(label, vocabulary), false).isPresent()
            ? Visibility.RESTRICTED : Visibility.INTERNAL;
    }

    private static boolean isVisibility(String label, Vocabulary vocabulary) {
        return "visibility".equals(vocabulary.aliases().get(label));
    }

    /// What can't be read may be what should not be shown.
    private Visibility ofUnreadable(String seen) {
        String plain = PlainLetters.of(seen);
        return !configuration.scope().drafts() && plain.contains("draft") ? Visibility.RESTRICTED : MetadataTyping.ofUnreadable(plain);
    }

    /// Reads what tells whether the text of a document is the same as another time; empty when it can't be decoded.
    public Optional<SourceProse> prose(SourceFile file) {
        if (!(TextDecoding.decode(file, configuration.thresholds()) instanceof TextDecoding.Decoded(SourceText source, var _))) {
            return Optional.empty();
        }
        Vocabulary vocabulary = configuration.kindOf(source.path()).vocabulary();
        MetadataReader.Result header = MetadataReader.read(source, vocabulary, OutsideMetadata.of(file, configuration));
        MetadataTyping metadata = MetadataTyping.of(header.raw(), vocabulary);
        StringBuilder prose = new StringBuilder();
        int from = 0;
        for (LineSpan lines : header.raw().parts().stream().map(RawMetadata::lines).filter(Objects::nonNull).map(Objects::requireNonNull)
                .sorted(Comparator.comparing(LineSpan::from)).toList()) {
            prose.append(source.text(), from, Math.max(from, source.lines().startOf(lines.from())));
            from = Math.max(from, source.lines().endOf(lines.to()));
        }
        prose.append(source.text(), from, source.text().length());
        return Optional.of(new SourceProse(visibility(source, header, metadata), metadata.title(), metadata.summary(), prose.toString().strip()));
    }

    private @Nullable String formOf(Kind kind) {
        return kind.id() != null ? kind.id() : configuration.conventions().id();
    }

    private DocumentId idOf(@Nullable String written, SourcePath path, Kind kind) {
        return written != null && !written.isBlank()
            ? new DocumentId(path.source(), written.strip()) : DefaultId.of(path, formOf(kind));
    }

    private ParseOutcome parse(SourceText source, OutsideMetadata outside, List<Notice> decoding) {
        Kind kind = configuration.kindOf(source.path());
        MetadataReader.Result header = MetadataReader.read(source, kind.vocabulary(), outside);
        try {
            return parse(source, together(decoding, outside.notices()), header, kind);
        } catch (TooComplexException e) {
            int line = Math.clamp(e.line(), 1, source.lines().count());
            return new ParseOutcome.Unparsable(source.path(), List.of(new Notice("text-too-complex",
                e.line() == 0 ? Position.START : Position.ofLine(line, source.lines()),
                String.valueOf(e.getMessage()), new Fix("simplify the markup, or split the document"))));
        } catch (Turn.OverException e) {
            return tooLong(source.path(), e);
        } catch (StackOverflowError e) {
            return new ParseOutcome.Unparsable(source.path(), List.of(new Notice("text-too-complex", Position.START,
                "its markup is nested too deeply to be read", new Fix("simplify the markup, or split the document"))));
        }
    }

    private static List<Notice> together(List<Notice> some, List<Notice> others) {
        List<Notice> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /// What comes of a document on which the work was given up.
    public static ParseOutcome.Unparsable tooLong(SourcePath path, Turn.OverException over) {
        return new ParseOutcome.Unparsable(path, List.of(new Notice("text-too-complex", Position.START,
            "processing it takes too long and was stopped at `" + over.part() + "`", new Fix("simplify the markup, or split the document"))));
    }

    /// What the recogniser sees of a document before it decides; empty when it can't be decoded.
    public Optional<Observation> observe(SourceFile file) {
        return cut(file).map(cut -> new Inference(cut.source(), cut.named(), cut.cues()).observation());
    }

    /// Why each part of the press release is where it is; empty when there is no press release.
    public List<Explanation> explain(SourceFile file) {
        return cut(file).filter(cut -> configuration.kindOf(file.path()).prfaq() && Inference.isRelease(cut.named()))
            .map(cut -> new Inference(cut.source(), cut.named(), cut.cues()).explanations(labeller)).orElse(List.of());
    }

    private record Cut(SourceText source, Sectioner.Result named, Cues cues) { }

    private Optional<Cut> cut(SourceFile file) {
        if (!(TextDecoding.decode(file, configuration.thresholds()) instanceof TextDecoding.Decoded(SourceText source, var _))) {
            return Optional.empty();
        }
        Kind kind = configuration.kindOf(source.path());
        RawMetadata raw = MetadataReader.read(source, kind.vocabulary()).raw();
        Document tree = Markdown.parse(source, raw.bodyLine());
        ReadingNotes notes = new ReadingNotes(source, hidden);
        HtmlGroup.in(tree, notes::withoutRestricted);
        List<Element> elements = elements(source, raw, tree, notes, kind);
        Cues cues = Cues.of(Language.of(sample(elements)));
        return Optional.of(new Cut(source, Sectioner.cut(source, elements, Objects.requireNonNull(labels.get(kind)), kind.prfaq(), cues), cues));
    }

    private List<Element> elements(SourceText source, RawMetadata raw, Document tree, ReadingNotes notes, Kind kind) {
        LabelLines.split(tree);
        List<LineSpan> inBody = withoutOwnParts(raw.inBody(), source, labels.get(kind));
        return Element.of(source, tree, notes).stream()
            .filter(e -> inBody.stream().noneMatch(span -> span.contains(e.lines().from()))).toList();
    }

    private ParseOutcome parse(SourceText source, List<Notice> decoding, MetadataReader.Result header, Kind kind) {
        Turn.go("metadata");
        ReadingNotes notes = new ReadingNotes(source, hidden);
        RawMetadata raw = notes.withoutRestricted(header.raw());
        Metadata metadata = resolved(MetadataTyping.type(raw, kind.vocabulary()), source.path());
        Turn.go("markdown");
        Document tree = Markdown.parse(source, raw.bodyLine());
        RestrictedReference.replaceAll(tree, notes);
        HtmlGroup.in(tree, notes::withoutRestricted);
        List<Element> elements = elements(source, raw, tree, notes, kind);
        Turn.go("sections");
        String language = Language.of(sample(elements));
        HtmlWriter writer = new HtmlWriter(source, tree, notes, language);
        Cues cues = Cues.of(language);
        PartLabels labels = Objects.requireNonNull(this.labels.get(kind));
        Sectioner.Result named = Sectioner.cut(source, elements, labels, kind.prfaq(), cues);
        Sectioner.Result cut = kind.prfaq()
            ? Inference.infer(source, named.with(named.sections(), FaqAudiences.settle(named.groups(), named.sections(), cues)), cues, labeller)
            : named;
        Turn.go("blocks");
        BlockAssembler.Result assembled = BlockAssembler.assemble(source.text(), writer, cut, cues).of(kind, labels);

        SourcePath path = source.path();
        String title = Words.shorten(Titles.of(metadata, cut, assembled.pressRelease(), path, configuration.conventions()), TITLE_LENGTH);
        DocumentId id = idOf(metadata.id(), path, kind);
        List<Block> blocks = besidesTitle(assembled.blocks(), cut.title(), title, writer);
        List<Notice> all = new ArrayList<>(decoding);
        all.addAll(header.notices());
        MetadataSchema.contradictions(raw, kind.vocabulary()).forEach(contradiction -> all.add(disagreement(contradiction, source)));
        all.addAll(whyHidden(source, header, raw, kind.vocabulary()));
        all.addAll(notes.notices());
        all.addAll(MergeConflicts.in(source, line -> elements.stream().anyMatch(element -> element.kind() == Element.Kind.CODE && element.lines().contains(line))));
        all.sort(Comparator.comparing((Notice n) -> n.position().line()).thenComparing(n -> n.position().column())
            .thenComparing(Notice::rule).thenComparing(Notice::message));
        org.pressroom.model.Document document = new org.pressroom.model.Document(path, id, metadata, title,
            summaryOf(metadata, assembled, notes.asides(), elements), language, kind.prfaq() && Verdict.isPrfaq(cut, assembled, cues, path.fileName()),
            assembled.pressRelease(), assembled.faq(), blocks, notes.links(), writer.anchors().written(), placeholders(source, elements));
        return new ParseOutcome.Parsed(document, source, raw, all, notes.suppressions(), notes.mentionRestricted() || raw != header.raw(), cut.problem());
    }

    /// References to files as their paths.
    private static Metadata resolved(Metadata metadata, SourcePath path) {
        if (metadata.supersedes().isEmpty() && metadata.supersededBy().isEmpty() && metadata.related().isEmpty()) {
            return metadata;
        }
        return metadata.withReferences(resolved(metadata.supersedes(), path), resolved(metadata.supersededBy(), path), resolved(metadata.related(), path), metadata.statusDetail());
    }

    private static List<String> resolved(List<String> references, SourcePath path) {
        return references.stream().map(reference -> DocumentReferences.resolved(reference, path)).distinct().toList();
    }

    /// A section that the kind's own parts name is text.
    private static List<LineSpan> withoutOwnParts(List<LineSpan> spans, SourceText source, @Nullable PartLabels labels) {
        return labels == null ? spans : spans.stream().filter(span -> {
            String first = source.lines().textOf(span.from()).strip();
            return !first.startsWith("#") || labels.part(first.replaceFirst("^#+\\s*", "")).isEmpty();
        }).toList();
    }

    private static Notice disagreement(MetadataContradiction contradiction, SourceText source) {
        MetadataContradiction.Said counts = contradiction.counts();
        MetadataContradiction.Said other = contradiction.other();
        return new Notice("meta-contradiction", Position.of(other.field().value().span(), source.lines()),
            other.carrier().noun() + " says `" + Words.shorten(other.text(), MOST_QUOTED) + "` for `" + contradiction.path() + "`, and " + counts.carrier().noun() + " says `"
                + Words.shorten(counts.text(), MOST_QUOTED) + "`, which counts",
            new Fix("write the same in both places, or remove one"));
    }

    private static String summaryOf(Metadata metadata, BlockAssembler.Result assembled, List<String> asides, List<Element> elements) {
        if (metadata.summary() != null && !metadata.summary().isBlank()) {
            return metadata.summary().strip();
        }
        if (assembled.pressRelease().subheading() != null) {
            return Words.shorten(assembled.pressRelease().subheading().text(), SUMMARY_LENGTH);
        }
        return assembled.blocks().stream().filter(b -> b.kind() != BlockKind.DATELINE && b.kind() != BlockKind.FOOTNOTES)
            .map(block -> without(SummaryText.of(block, elements), asides)).filter(t -> !t.isBlank()).findFirst()
            .map(t -> Words.firstSentence(t, SUMMARY_LENGTH)).orElse("");
    }

    /// A text without what stands beside it at its beginning.
    private static String without(String text, List<String> asides) {
        String rest = text;
        for (String aside : asides) {
            rest = rest.startsWith(aside) ? rest.substring(aside.length()).strip() : rest;
        }
        return rest;
    }

    /// The blocks, without a headline that says what the title says, since it stands in the page's header already, and with the document's
    /// own heading when that says more.
    private List<Block> besidesTitle(List<Block> blocks, @Nullable Element heading, String title, HtmlWriter writer) {
        String plain = Labels.normal(title);
        List<Block> all = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        if (heading != null) {
            String anchor = writer.anchors().of(heading.node());
            if (TitleText.saysMore(heading.text(), title) && TitleText.saysMore(Titles.without(heading.text(), configuration.conventions()), title)) {
                HtmlWriter.Piece words = writer.inline(heading.node());
                all.add(new Block(BlockKind.HEADING, anchor == null ? writer.anchors().free("section") : anchor, heading.level(), words.html(), "",
                    heading.text(), "", heading.lines()));
            } else if (anchor != null) {
                moved.add(anchor);
            }
        }
        for (Block block : blocks) {
            if (block.kind() == BlockKind.HEADLINE && block.html().isEmpty() && Labels.normal(block.title()).equals(plain)) {
                Optional.ofNullable(block.anchor()).ifPresent(moved::add);
            } else {
                all.add(block.alsoAt(moved.stream().map(Html::escape).toList()));
                moved.clear();
            }
        }
        return all;
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

    private static List<Integer> placeholders(SourceText source, List<Element> elements) {
        if (!Placeholders.mayHold(source.text())) {
            return List.of();
        }
        LineMap lines = source.lines();
        TreeSet<Integer> found = new TreeSet<>();
        for (Element element : elements) {
            boolean comment = element.node() instanceof HtmlBlockBase html && html.getChars().startsWith("<!--");
            if (element.kind() == Element.Kind.CODE || comment) {
                continue;
            }
            BitSet code = null;
            for (int line = element.lines().from(); line <= element.lines().to(); line++) {
                String text = source.text().substring(lines.startOf(line), lines.endOf(line));
                if (Placeholders.in(text)) {
                    code = code == null ? Placeholders.code(element.node()) : code;
                    if (code.isEmpty() || Placeholders.in(Placeholders.without(code, text, lines.startOf(line)))) {
                        found.add(line);
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}
