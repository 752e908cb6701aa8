package org.pressroom.catalog;

import org.pressroom.history.FileHistory;
import org.pressroom.history.Rename;
import org.pressroom.model.DocumentId;
import org.pressroom.source.SourceId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The addresses that documents had before: by an id that they gave up, by a path from which they were renamed, and those
/// that their metadata name as `aliases`.
///
/// A former id `0007` was `ideas/0007.html`; since that folder holds ideas alone, its page of redirection is
/// `r/0007.html`, and a server that is told does the rest. A former file `drafts/keys.md` was `drafts/keys.html`.
public final class Redirects {

    /// Folders and pages of the site's own.
    private static final Set<String> OWN = Set.of("api", "assets", "diff", "files", "health", "index", "ideas", "insights", "list", "outcome", "owner",
        "page", "pages", "people", "person", "r", "raw", "result", "rules", "schema", "search", "slides", "stale", "status", "tag", "team",
        "timeline", "year", "board", "glossary", "tried", "404");

    /// One former address.
    ///
    /// @param address  of the page of redirection
    /// @param formerly what led to the document, often the same
    public record Redirect(String address, String formerly, Entry target) { }

    /// A former address that leads nowhere.
    ///
    /// @param wanted as it would have been
    /// @param reason why not, as the end of a sentence
    public record Collision(String wanted, Entry entry, String reason) { }

    private final Map<String, Redirect> byAddress = new TreeMap<>();
    private final Map<String, Redirect> byCase = new HashMap<>();
    private final List<Collision> collisions = new ArrayList<>();

    private Redirects() { }

    /// @param content the content folder with a final slash, which is left out of addresses; empty for the root
    public static Redirects of(Catalog catalog, String content) {
        Redirects redirects = new Redirects();
        Map<String, Map<Entry, String>> claims = new LinkedHashMap<>();
        for (Entry entry : catalog.entries()) {
            redirects.claims(entry, content, catalog).forEach((address, formerly) ->
                claims.computeIfAbsent(address, _ -> new LinkedHashMap<>()).put(entry, formerly));
        }
        claims.forEach(redirects::decide);
        return redirects;
    }

    /// What one document claims: page of redirection and former address.
    private Map<String, String> claims(Entry entry, String content, Catalog catalog) {
        Map<String, String> claims = new LinkedHashMap<>();
        FileHistory history = entry.facts().history();
        String source = entry.id().source().equals(SourceId.MAIN) ? "" : entry.id().source().value();
        if (history != null) {
            history.ids().stream().filter(id -> !catalog.holds(new DocumentId(entry.id().source(), id)))
                .forEach(id -> addId(claims, AddressName.of(source.isEmpty() ? id : source + "-" + id)));
            for (Rename rename : history.renames()) {
                String path = rename.from().path();
                String below = source.isEmpty() && path.startsWith(content) ? path.substring(content.length()) : path;
                addPath(claims, entry, source.isEmpty() ? below : source + "/" + below, false);
            }
        }
        entry.facts().aliases().forEach(alias -> addPath(claims, entry, alias, true));
        return claims;
    }

    private static void addId(Map<String, String> claims, String name) {
        claims.put("r/" + name + ".html", "ideas/" + name + ".html");
    }

    /// @param told whether the author asked for it, so that it is said when it can't be done
    private void addPath(Map<String, String> claims, Entry entry, String path, boolean told) {
        String bare = path.strip().replaceAll("^(?:\\./|/)++", "").replaceAll("(?i)\\.(?:md|markdown|html?)$", "");
        String[] names = bare.split("/", -1);
        boolean strange = bare.isEmpty() || bare.length() > 500;
        for (String name : names) {
            strange |= name.isEmpty() || name.startsWith(".") || !name.equals(name.strip()) || name.chars().anyMatch(c -> c < ' ' || "\\:*?\"<>|%#".indexOf(c) >= 0);
        }
        String first = names[0].toLowerCase(Locale.ROOT);
        if (!strange && names.length == 2 && first.equals("ideas")) {
            addId(claims, names[1]);
        } else if (!strange && !OWN.contains(first)) {
            claims.put(bare + ".html", bare + ".html");
        } else if (told) {
            collisions.add(new Collision(path.strip(), entry, strange ? "it is no address" : "the site has pages of its own there"));
        }
    }

    private void decide(String address, Map<Entry, String> claimants) {
        String formerly = claimants.values().iterator().next();
        if (claimants.size() > 1) {
            claimants.forEach((entry, _) -> collisions.add(new Collision(formerly, entry, "other documents had it too")));
            return;
        }
        Entry target = claimants.keySet().iterator().next();
        if (formerly.equals(target.page())) {
            return;
        }
        Redirect known = byCase.put(address.toLowerCase(Locale.ROOT), new Redirect(address, formerly, target));
        if (known != null && !known.target().equals(target)) {
            byCase.put(address.toLowerCase(Locale.ROOT), known);
            collisions.add(new Collision(formerly, target, "it differs only by case from one of " + known.target().id()));
        } else {
            if (known != null) {
                byAddress.remove(known.address());
            }
            byAddress.put(address, new Redirect(address, formerly, target));
        }
    }

    /// By address.
    public List<Redirect> all() {
        return List.copyOf(byAddress.values());
    }

    /// Former addresses that lead nowhere, by document.
    public List<Collision> collisions() {
        return collisions.stream().sorted(Comparator.comparing((Collision c) -> c.entry().number()).thenComparing(Collision::wanted)).toList();
    }
}
