/// What is checked, one class and one page a rule.
///
/// Start at [Rules][org.pressroom.rules.Rules], which lists them all, and at one that is short, such as
/// [PrHeadlineMissing][org.pressroom.rules.PrHeadlineMissing] with its page `pages/pr-headline-missing.md`.
/// [RuleEngine][org.pressroom.rules.RuleEngine] runs them, weighs what they find by the configuration and honours what
/// authors allow. A rule sees a document as the parser left it, or the archive as the catalog knows it; it keeps no
/// state, so that any number of threads may run it.
///
/// What several rules ask of a document, a [Manuscript][org.pressroom.rules.Manuscript] finds once: among it the
/// [Prose][org.pressroom.rules.Prose], every word with its place and without what is no prose, and what the word lists of
/// `words/<language>.txt` find in it ([Lexicon][org.pressroom.rules.Lexicon], [WordPack][org.pressroom.rules.WordPack]).
///
/// A new rule is a class here, a line in `Rules` and a page; the tests hold the three together and run the page's
/// examples.
///
/// May import: `source`, `parallel`, `diagnostic`, `config`, `model`, `parse`, `history`, `catalog`, `json`.
@NullMarked
package org.pressroom.rules;

import org.jspecify.annotations.NullMarked;
