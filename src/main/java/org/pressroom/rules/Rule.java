package org.pressroom.rules;

/// One thing that is checked. Stateless; safe for several threads.
public sealed interface Rule permits DocumentRule, NoticeRule, ArchiveRule, ElsewhereRule {

    RuleInfo info();

    /// Its name, `pr-problem-missing`.
    default String id() {
        return info().id();
    }
}
