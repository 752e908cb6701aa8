package org.pressroom.parse;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.internal.TableParagraphPreProcessor;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/// Tables, looked for in paragraphs with a `|` alone: flexmark's extension asks each paragraph with a regular expression, which it
/// compiles for each document.
final class TablesWhereBarsAre implements Parser.ParserExtension {

    private static final ParagraphPreProcessorFactory TABLES = TableParagraphPreProcessor.Factory();

    @Override
    public void parserOptions(MutableDataHolder options) { }

    @Override
    public void extend(Parser.Builder parser) {
        parser.paragraphPreProcessorFactory(new Factory());
    }

    private static final class Factory implements ParagraphPreProcessorFactory {

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return TABLES.getAfterDependents();
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return TABLES.getBeforeDependents();
        }

        @Override
        public boolean affectsGlobalScope() {
            return TABLES.affectsGlobalScope();
        }

        @Override
        public ParagraphPreProcessor apply(ParserState state) {
            return new Gate(state);
        }
    }

    private static final class Gate implements ParagraphPreProcessor {

        private final ParserState first;
        private @Nullable ParagraphPreProcessor tables;

        Gate(ParserState first) {
            this.first = first;
        }

        @Override
        public int preProcessBlock(Paragraph paragraph, ParserState state) {
            if (paragraph.getChars().indexOf('|') < 0) {
                return 0;
            }
            if (tables == null) {
                tables = TABLES.apply(first);
            }
            return tables.preProcessBlock(paragraph, state);
        }
    }
}
