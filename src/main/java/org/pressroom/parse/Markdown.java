package org.pressroom.parse;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.pressroom.source.SourceText;

import java.util.List;

/// GitHub's markdown by flexmark: tables, footnotes, task lists, strikethrough. Safe for several threads.
///
/// Bare links are found by [BareLinks]: flexmark's own extension costs two thirds more and is quadratic on `www.`.
final class Markdown {

    private static final Parser PARSER = parser();

    private Markdown() { }

    private static Parser parser() {
        List<Extension> extensions = List.of(FootnoteExtension.create(), TaskListExtension.create());
        return Parser.builder(new MutableDataSet()
            .set(Parser.EXTENSIONS, extensions)
            .set(Parser.ASTERISK_DELIMITER_PROCESSOR, false)
            .set(Parser.HTML_BLOCK_DEEP_PARSER, false))
            .customInlineParserFactory(GithubInlines::new)
            .customDelimiterProcessor(new GithubInlines.Stars())
            .customDelimiterProcessor(new GithubInlines.Struck())
            .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
            .paragraphPreProcessorFactory(new GithubTables.Factory()).build();
    }

    /// Parses from a line on; offsets of the nodes are those of the whole text.
    ///
    /// @throws TooComplexException when the text is nested or crafted beyond bounds
    static Document parse(SourceText source, int firstLine) {
        NestingGuard.check(source, firstLine);
        int start = firstLine > source.lines().count() ? source.text().length() : source.lines().startOf(firstLine);
        BasedSequence whole = new BoundedText(source.text());
        return PARSER.parse(whole.subSequence(start, source.text().length()));
    }
}
