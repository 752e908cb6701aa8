package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Templates and assets as one baking uses them: Pressroom's own, with the archive's in the place of those of the same
/// name.
///
/// JBake wants its templates in a folder, so they are laid out in a temporary one, which [#close] empties. Only
/// FreeMarker templates are taken from an archive: JBake's other engines give a template the run of the JVM.
final class Theme implements AutoCloseable {

    private static final String TEMPLATES = "templates";
    private static final String CONTENT = "content";

    private final SafeFolder work;
    private final Assets assets;
    private final Map<String, String> files;
    private final List<String> unused;
    private final @Nullable String logo;
    private final Set<String> unguarded;
    private final boolean guarded;
    private final boolean own;
    private final Key key;

    private Theme(SafeFolder work, Assets assets, Map<String, byte[]> templates, List<String> unused, @Nullable String logo, boolean own, boolean guarded, Set<String> unguarded) {
        this.own = own;
        this.logo = logo;
        this.guarded = guarded;
        this.unguarded = Set.copyOf(unguarded);
        this.work = work;
        this.assets = assets;
        this.files = templates.keySet().stream().collect(Collectors.toUnmodifiableMap(Theme::stem, template -> template));
        this.unused = unused;
        Fingerprint print = new Fingerprint("theme").number(guarded ? 1 : 0).number(own ? 1 : 0).texts(new TreeSet<>(unguarded));
        new TreeMap<>(templates).forEach((name, template) -> print.text(name).octets(template));
        this.key = print.key();
    }

    /// @param work    an empty folder, which is emptied at the end
    /// @param trusted templates of any engine, in the place of ours
    /// @param styles  added to the end of the site's style sheet
    static Theme layOut(SafeFolder work, ThemeFolders folders, Map<String, byte[]> trusted, String styles) throws IOException {
        Map<String, byte[]> theirs = ThemeFiles.below(folders.templates());
        List<String> unused = theirs.keySet().stream().filter(name -> !isTemplate(name)).toList();
        theirs.keySet().removeAll(unused);
        Map<String, byte[]> templates = ThemeFiles.own("templates", "layout.ftlh");
        putInstead(templates, trusted);
        putInstead(templates, theirs);
        Map<String, byte[]> assets = ThemeFiles.own("assets", "site.css");
        assets.putAll(ThemeFiles.below(folders.assets()));
        String logo = logo(folders);
        if (folders.logo() != null && logo != null) {
            assets.put(logo, Files.readAllBytes(folders.logo()));
        }
        JoinedScripts.join(assets, templates);
        assets.computeIfPresent("site.css", (_, css) -> (new String(css, StandardCharsets.UTF_8) + styles).getBytes(StandardCharsets.UTF_8));

        Set<String> jars = trusted.keySet().stream().filter(name -> !theirs.containsKey(name)).collect(Collectors.toSet());
        Theme theme = new Theme(work, Assets.of(assets), templates, unused, logo, !theirs.isEmpty() || !trusted.isEmpty(), !folders.vouched() && !theirs.isEmpty(), jars);
        try {
            work.folder(CONTENT);
            work.folder(TEMPLATES);
            for (Map.Entry<String, byte[]> template : templates.entrySet()) {
                work.create(TEMPLATES + "/" + template.getKey(), template.getValue());
            }
        } catch (IOException e) {
            theme.close();
            throw e;
        }
        return theme;
    }

    /// Of one name there is one template, whatever its ending.
    private static void putInstead(Map<String, byte[]> templates, Map<String, byte[]> others) {
        Set<String> names = others.keySet().stream().map(Theme::stem).collect(Collectors.toSet());
        templates.keySet().removeIf(template -> names.contains(stem(template)));
        templates.putAll(others);
    }

    private static String stem(String template) {
        int dot = template.lastIndexOf('.');
        return dot > template.lastIndexOf('/') ? template.substring(0, dot) : template;
    }

    private static @Nullable String logo(ThemeFolders folders) {
        if (folders.logo() == null) {
            return null;
        }
        String name = folders.logo().toString().toLowerCase(Locale.ROOT);
        return "site-logo" + name.substring(name.lastIndexOf('.'));
    }

    /// The key of all templates and of how they are taken.
    Key key() {
        return key;
    }

    /// The logo's name among the assets; null without one.
    @Nullable String logo() {
        return logo;
    }

    private static boolean isTemplate(String name) {
        return name.endsWith(".ftlh") || name.endsWith(".ftlx");
    }

    /// The folder that stands for JBake's source folder.
    Path folder() {
        return work.path();
    }

    Path templateFolder() {
        return work.path().resolve(TEMPLATES);
    }

    /// JBake insists on a content folder; ours is empty, content comes from the catalog.
    Path contentFolder() {
        return work.path().resolve(CONTENT);
    }

    Assets assets() {
        return assets;
    }

    /// Files of the archive's templates folder that aren't FreeMarker templates.
    List<String> unused() {
        return unused;
    }

    /// Whether templates of an archive or of a jar have a hand in the pages.
    boolean hasOwnTemplates() {
        return own;
    }

    /// Whether templates of an archive, for which nobody vouches, have a hand in what a template makes. Whoever names a jar vouches for
    /// its pages.
    boolean isGuarded(String template) {
        return guarded && !unguarded.contains(template);
    }

    /// The file of a template.
    ///
    /// @param name without its ending
    String fileOf(String name) {
        return files.getOrDefault(name, name + ".ftlh");
    }

    @Override
    public void close() throws IOException {
        work.empty();
    }
}
