package org.pressroom.rules;

/// A rule whose findings are made outside a document's check: by the reader of the configuration, by the templates, by
/// the rule engine itself. No document can allow them.
public non-sealed interface ElsewhereRule extends Rule { }
