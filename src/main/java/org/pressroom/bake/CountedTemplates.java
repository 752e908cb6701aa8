package org.pressroom.bake;

import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.Version;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// FreeMarker whose templates, included ones too, ask at each step of a loop whether to go on; [PageThread] answers.
final class CountedTemplates extends Configuration {

    private final Map<Template, Template> asking = new ConcurrentHashMap<>();

    CountedTemplates(Version version) {
        super(version);
    }

    /// All other ways to a template lead here.
    @Override
    public @Nullable Template getTemplate(String name, @Nullable Locale locale, @Nullable Object customLookupCondition, @Nullable String encoding, boolean parseAsFTL,
            boolean ignoreMissing) throws IOException {
        Template template = super.getTemplate(name, locale, customLookupCondition, encoding, parseAsFTL, ignoreMissing);
        return template == null ? null : asking.computeIfAbsent(template, t -> {
            _CoreAPI.addThreadInterruptedChecks(t);
            return t;
        });
    }
}
