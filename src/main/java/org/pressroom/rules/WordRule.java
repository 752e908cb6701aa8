package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Document;
import org.pressroom.source.LineSpan;

import java.util.List;

/// A rule that needs word lists. Where the document's language has none, and `pressroom.yaml` adds none, it says so
/// once: it never passes in silence.
abstract class WordRule implements DocumentRule {

    private final RuleInfo info;
    private final List<WordList> lists;

    WordRule(RuleInfo info, WordList... lists) {
        this.info = info;
        this.lists = List.of(lists);
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public final void check(Manuscript manuscript, Reporter reporter) {
        Document document = manuscript.document();
        LineSpan lines = scope(document);
        if (!document.prfaq() || lines == null) {
            return;
        }
        List<String> unknown = lists.stream().filter(list -> !manuscript.lexicon().has(list)).map(WordList::label).toList();
        if (unknown.isEmpty()) {
            check(manuscript, lines, reporter);
        } else {
            reporter.note(reporter.atLine(lines.from()),
                "not checked for " + document.language() + ": there are no words for `" + String.join("`, `", unknown) + "`",
                "add words under `words: {" + unknown.getFirst() + ": {add: […]}}` in pressroom.yaml, or turn the rule off");
        }
    }

    /// The lines that the rule judges; null when there is nothing to judge. By default the press release.
    @Nullable LineSpan scope(Document document) {
        return document.pressRelease().lines();
    }

    /// @param lines those of [#scope]
    abstract void check(Manuscript manuscript, LineSpan lines, Reporter reporter);
}
