package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Position;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads what belongs to the site.
final class ScopeReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    private final SourceText source;
    private final ConfigurationFindings findings;

    ScopeReader(SourceText source, ConfigurationFindings findings) {
        this.source = source;
        this.findings = findings;
    }

    Scope read(Keys.Values root) {
        List<OtherSource> sources = new ArrayList<>();
        for (Shapes.Named<Keys.Values> named : root.get(ConfigurationKeys.SOURCES).orElse(List.of())) {
            Keys.Values values = named.value();
            if (!NAME.matcher(named.name()).matches() || named.name().equals(SourceId.MAIN.value())) {
                findings.badValue(named.span(), "`" + named.name() + "` can't be the name of a source",
                    named.name().equals(SourceId.MAIN.value()) ? "choose another name; this one is reserved for the archive itself"
                        : "write up to 40 lower-case letters a to z, digits and hyphens, as in an address");
            } else if (values == null || values.text(ConfigurationKeys.LOCATION) == null) {
                findings.badValue(values == null ? named.span() : end(values.span(ConfigurationKeys.LOCATION)), "the source `" + named.name() + "` has no location",
                    "write `location:` with a folder, a repository, or an address to clone");
            } else {
                sources.add(new OtherSource(new SourceId(named.name()), String.valueOf(values.text(ConfigurationKeys.LOCATION)),
                    values.text(ConfigurationKeys.REF), folder(values.text(ConfigurationKeys.CONTENT)),
                    Position.of(named.span(), source.lines()).line()));
            }
        }
        String drafts = root.text(ConfigurationKeys.DRAFTS);
        return new Scope(drafts == null || !drafts.equals("hide"), sources);
    }

    private static SourceSpan end(SourceSpan span) {
        return new SourceSpan(span.end(), span.end());
    }

    private static @Nullable String folder(@Nullable String content) {
        return content != null && content.endsWith("/") ? content.substring(0, content.length() - 1) : content;
    }
}
