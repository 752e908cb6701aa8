package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.model.Link;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is gathered beside the HTML while a document is written: links, notices, suppressions. For one document and thread.
final class ReadingNotes {

    /// How a comment begins that allows something. What follows it is a rule, then a reason.
    private static final Pattern ALLOW = Pattern.compile("<!--\\s*+pressroom:\\s*+allow\\b\\s*+([^\\s>]*+)");
    private static final String CLOSING = "-->";

    private final SourceText source;
    private final HiddenLinks hidden;
    private final Set<String> hiddenLabels;
    private final List<Link> links = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Suppression> suppressions = new ArrayList<>();
    private final Set<String> removed = new HashSet<>();
    private final List<String> asides = new ArrayList<>();
    private boolean restricted;

    ReadingNotes(SourceText source, HiddenLinks hidden) {
        this.source = source;
        this.hidden = hidden;
        this.hiddenLabels = hidden.labels(source.path(), source.text());
    }

    List<Link> links() {
        return links;
    }

    List<Notice> notices() {
        return notices;
    }

    List<Suppression> suppressions() {
        return suppressions;
    }

    /// Whether there are documents that nobody may know of.
    boolean mayRestrict() {
        return hidden.any();
    }

    /// Whether an address, as written, leads to a document that nobody may know of; it is remembered then.
    boolean restricted(String address) {
        boolean leads = hidden.lead(source.path(), address);
        restricted |= leads;
        return leads;
    }

    /// Whether a label of a link by reference is defined as an address that leads there; it is remembered then.
    boolean restrictedLabel(String label) {
        boolean leads = HiddenLinks.isAmong(label, hiddenLabels);
        restricted |= leads;
        return leads;
    }

    /// The metadata without what leads there.
    RawMetadata withoutRestricted(RawMetadata raw) {
        List<RawMetadata> parts = raw.parts();
        List<RawMetadata> clean = parts.stream().map(part -> hidden.without(source.path(), part, hiddenLabels)).toList();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) != clean.get(i)) {
                return RawMetadata.of(clean);
            }
        }
        return raw;
    }

    /// Where words name such a document without markup; it is remembered then.
    List<SourceSpan> restrictedMentions(String words) {
        List<SourceSpan> mentions = hidden.mentions(source.path(), words);
        restricted |= !mentions.isEmpty();
        return mentions;
    }

    /// A piece of HTML without what leads there.
    String withoutRestricted(String html) {
        String clean = hidden.withoutInHtml(source.path(), html);
        restricted |= !clean.equals(html);
        return clean;
    }

    /// Whether anything led there.
    boolean mentionRestricted() {
        return restricted;
    }

    /// Words that stand beside the text, such as a warning about it.
    void aside(String words) {
        asides.add(words);
    }

    List<String> asides() {
        return asides;
    }

    /// @return the link's number
    int link(Link link) {
        links.add(link);
        return links.size() - 1;
    }

    void notice(String rule, SourceSpan span, String message, @Nullable Fix fix) {
        notices.add(new Notice(rule, Position.of(span, source.lines()), message, fix));
    }

    /// Raw HTML that was left out; each element is told once a document.
    void removed(String what, SourceSpan span) {
        if (removed.add(what)) {
            notice("text-unsafe-html", span, what + " was removed from the page", new Fix("write it in markdown"));
        }
    }

    void unsafe(String scheme, SourceSpan span) {
        notice("text-unsafe-link", span, "a link to " + scheme + ": is shown as plain text",
            new Fix("link to an http, https or mailto address, or to a file of the archive"));
    }

    void comment(String comment, int offset) {
        Matcher m = ALLOW.matcher(comment);
        int from = 0;
        while (m.find(from)) {
            String rule = m.group(1).endsWith("--") ? m.group(1).substring(0, m.group(1).length() - 2) : m.group(1);
            int closing = comment.indexOf(CLOSING, m.start(1) + rule.length());
            if (closing < 0) {
                return;
            }
            from = closing + CLOSING.length();
            SourceSpan span = new SourceSpan(offset + m.start(), offset + from);
            String reason = comment.substring(Math.min(m.end(), closing), closing).strip();
            suppressions.add(new Suppression(rule, reason, Position.of(span, source.lines())));
        }
    }
}
