package org.pressroom.bake;

import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.MapConfiguration;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.pressroom.files.Staging;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// JBake's configuration for one baking, complete from the start and the same for all threads.
///
/// JBake's own factory also takes in every system property, which templates of some engines could then print.
final class ArchiveConfiguration extends DefaultJBakeConfiguration {

    private final Theme theme;
    private final File templates;
    private final Staging staging;
    private final Messages messages;
    private final Map<String, Object> map;

    ArchiveConfiguration(Theme theme, Staging staging, Messages messages, String version) {
        // The super constructor calls methods that are overridden here.
        this.theme = theme;
        this.templates = theme.templateFolder().toFile();
        this.staging = staging;
        this.messages = messages;
        this.map = Map.of("version", version, "render_encoding", "UTF-8");
        super(theme.folder().toFile(), settings(theme, staging, version));
    }

    private static CompositeConfiguration settings(Theme theme, Staging staging, String version) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("asset.folder", theme.folder().toString());
        settings.put("content.folder", theme.contentFolder().getFileName().toString());
        settings.put("data.folder", theme.contentFolder().toString());
        settings.put("template.folder", theme.templateFolder().toString());
        settings.put("destination.folder", staging.folder().toString());
        settings.put("output.extension", ".html");
        settings.put("render.encoding", "UTF-8");
        settings.put("template.encoding", "UTF-8");
        settings.put("freemarker.timezone", "UTC");
        settings.put("thymeleaf.locale", "en");
        settings.put("data.file.docType", "data");
        settings.put("version", version);
        CompositeConfiguration configuration = new CompositeConfiguration();
        configuration.addConfiguration(new MapConfiguration(settings));
        return configuration;
    }

    Staging staging() {
        return staging;
    }

    /// Whether a template's pages are looked at before they are published: an archive has a hand in them for which nobody vouches.
    boolean isGuarded(String template) {
        return theme.isGuarded(template);
    }

    /// Whether templates that are not Pressroom's have a hand in the pages.
    boolean hasOwnTemplates() {
        return theme.hasOwnTemplates();
    }

    /// Addresses of the theme's scripts, as they stand in links.
    Set<String> scripts() {
        return theme.assets().scripts();
    }

    Messages messages() {
        return messages;
    }

    @Override
    public Map<String, Object> asHashMap() {
        return map;
    }

    @Override
    public File getTemplateFolder() {
        return templates;
    }

    /// The file of the template that a page names.
    @Override
    public String getTemplateByDocType(String template) {
        return theme.fileOf(template);
    }
}
