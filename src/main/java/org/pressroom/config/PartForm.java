package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A part that documents of a kind have.
///
/// @param name     in normal form: `alternatives-considered`
/// @param labels   the headings and labels by which authors announce it; a final `*` stands for any further words
/// @param role     the part of a PR/FAQ that it stands for, one of [#ROLES]; null when it stands for none
/// @param required whether a document without it is incomplete
public record PartForm(String name, List<String> labels, @Nullable String role, boolean required) {

    /// The parts of a PR/FAQ that a part can stand for.
    public static final List<String> ROLES = List.of(
        "problem", "solution", "how-it-works", "leader-quote", "customer-quote", "call-to-action", "faq");

    public PartForm {
        labels = List.copyOf(labels);
    }
}
