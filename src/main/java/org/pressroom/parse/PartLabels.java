package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Kind;
import org.pressroom.config.PartForm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What headings and labels announce in documents of one kind: the parts that the configuration names, and for PR/FAQs
/// what [Labels] knows. Immutable; safe for several threads.
final class PartLabels {

    private record Beginning(String words, PartForm part) { }

    private final Kind kind;
    private final boolean faq;
    private final Map<String, PartForm> exact = new HashMap<>();
    private final List<Beginning> beginnings = new ArrayList<>();

    PartLabels(Kind kind) {
        this.kind = kind;
        this.faq = kind.parts().stream().anyMatch(part -> "faq".equals(part.role()));
        for (PartForm part : kind.parts()) {
            for (String label : part.labels()) {
                if (label.endsWith("*")) {
                    beginnings.add(new Beginning(Labels.normal(label.substring(0, label.length() - 1)) + " ", part));
                } else {
                    exact.putIfAbsent(Labels.normal(label), part);
                }
            }
        }
    }

    /// The configured part that a heading or label announces.
    Optional<PartForm> part(String text) {
        if (kind.parts().isEmpty() || text.isBlank()) {
            return Optional.empty();
        }
        String normal = Labels.normal(text);
        PartForm part = exact.get(normal);
        return part != null ? Optional.of(part)
            : beginnings.stream().filter(b -> (normal + " ").startsWith(b.words())).map(Beginning::part).findFirst();
    }

    /// Whether a text announces a part that is none of a PR/FAQ's.
    boolean announcesOwn(String text) {
        return part(text).filter(part -> of(part).isEmpty()).isPresent();
    }

    /// What a heading or label is to the recogniser of PR/FAQs.
    Optional<Label> of(String text) {
        return Optional.ofNullable(find(text)).map(Labels.Found::label);
    }

    /// The same with what is left of the heading; null when it announces nothing.
    Labels.@Nullable Found find(String text) {
        Optional<PartForm> part = part(text);
        if (part.isPresent()) {
            return of(part.get()).map(label -> new Labels.Found(label, "", false)).orElse(null);
        }
        Labels.Found found = kind.prfaq() || faq ? Labels.find(text) : null;
        return found == null || kind.prfaq() || found.label().isFaqGroup() ? found : null;
    }

    /// In documents that are no PR/FAQs only an FAQ is taken apart; all other parts keep their headings.
    private Optional<Label> of(PartForm part) {
        String role = part.role();
        return role != null && (kind.prfaq() || role.equals("faq")) ? Label.of(role) : Optional.empty();
    }
}
