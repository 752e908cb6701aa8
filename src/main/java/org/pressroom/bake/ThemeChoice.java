package org.pressroom.bake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// Which files of an archive's `assets/` its theme uses: those that take the place of Pressroom's own, those that a template
/// names in quotation marks, and what their style sheets name in `url(…)`. The folder is where many archives keep other
/// things, too.
///
/// @param taken   in order of name
/// @param refused that the theme names, but that would run in the site's name, since nobody vouches for the archive's scripts; in order of name
public record ThemeChoice(SortedSet<String> taken, List<String> refused) {

    /// What a page loads to look well, and what can't run.
    private static final Set<String> LOOKS = Set.of("css", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "woff", "woff2");

    public ThemeChoice {
        refused = List.copyOf(refused);
    }

    /// Chooses.
    ///
    /// @param names     of the files in `assets/`
    /// @param contents  of one of them, by name; asked for style sheets alone
    /// @param templates the texts of the archive's templates
    /// @param vouched   whether whoever builds takes the archive's scripts for their own
    /// @throws IOException when Pressroom's own theme can't be read
    public static ThemeChoice of(Collection<String> names, Function<String, byte[]> contents, Collection<String> templates, boolean vouched)
            throws IOException {
        Set<String> named = new HashSet<>(ThemeFiles.own("assets", "site.css").keySet());
        named.addAll(JoinedScripts.names());
        templates.forEach(text -> named.addAll(List.of(text.split("[\"']"))));
        Set<String> there = new HashSet<>(names);
        SortedSet<String> taken = new TreeSet<>();
        SortedSet<String> refused = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(names.stream().filter(named::contains).toList());
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (!vouched && !LOOKS.contains(MediaTypes.ending(name))) {
                refused.add(name);
            } else if (taken.add(name) && name.endsWith(".css")) {
                String css = new String(contents.apply(name), StandardCharsets.UTF_8);
                Assets.named(name, css).stream().filter(there::contains).forEach(waiting::add);
            }
        }
        return new ThemeChoice(taken, new ArrayList<>(refused));
    }
}
