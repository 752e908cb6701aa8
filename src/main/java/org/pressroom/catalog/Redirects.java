package org.pressroom.catalog;

import org.pressroom.history.FileHistory;
import org.pressroom.history.Rename;
import org.pressroom.model.DocumentId;
import org.pressroom.source.SourceId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The addresses that documents had before: by an id that they gave up, by a path from which they were renamed, and those
/// that their metadata name as `aliases`.
///
/// A former id `0007` was `ideas/0007.html`; since that folder holds ideas alone, its page of redirection is
/// `r/0007.html`, and a server that is told does the rest. A former file `drafts/keys.md` was `drafts/keys.html`.
public final class Redirects {

    /// Folders, pages and files of the site's own, without their ending.
    private static final Set<String> OWN = Set.of("api", "assets", "dates", "diff", "feed", "files", "health", "index", "ideas", "insights", "list",
        "opensearch", "outcome", "owner", "page", "pages", "people", "person", "r", "raw", "redirects", "result", "robots", "rules", "schema", "search",
        "sitemap", "slides", "stale", "status", "tag", "team", "timeline", "year", "board", "glossary", "tried", "404", "_headers", "_redirects");
    private static final Set<String> ENDINGS = Set.of("html", "json", "xml", "ics", "txt", "js", "css");

    private static final String PAGE = ".html";
    private static final int LONGEST = 500;
    private static final int SHOWN = 80;

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
    private final Map<String, Entry> live = new HashMap<>();
    private final List<Collision> collisions = new ArrayList<>();
    /// Former addresses that an author wrote, behind the number of the document: what git knows alone nobody can correct.
    private final Set<String> written = new HashSet<>();

    private Redirects() { }

    /// @param content the content folder with a final slash, which is left out of addresses; empty for the root
    public static Redirects of(Catalog catalog, String content) {
        Redirects redirects = new Redirects();
        Map<String, Map<Entry, String>> claims = new LinkedHashMap<>();
        for (Entry entry : catalog.entries()) {
            redirects.live.put(AddressName.folded(entry.page()), entry);
            redirects.claims(entry, content, catalog).forEach((address, formerly) ->
                claims.computeIfAbsent(address, _ -> new LinkedHashMap<>()).put(entry, formerly));
        }
        claims.forEach(redirects::decide);
        redirects.leaveNoPageBelowAPage();
        return redirects;
    }

    /// What one document claims: page of redirection and former address.
    private Map<String, String> claims(Entry entry, String content, Catalog catalog) {
        Map<String, String> claims = new LinkedHashMap<>();
        FileHistory history = entry.facts().history();
        String source = entry.id().source().equals(SourceId.MAIN) ? "" : entry.id().source().value();
        if (history != null) {
            history.ids().stream().filter(id -> !catalog.holds(new DocumentId(entry.id().source(), id)))
                .flatMap(id -> Stream.of(id, AddressName.ofFile(id))).distinct()
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
        claims.put("r/" + name + PAGE, "ideas/" + name + PAGE);
    }

    /// @param told whether the author asked for it, so that it is said when it can't be done
    private void addPath(Map<String, String> claims, Entry entry, String path, boolean told) {
        String bare = bare(path.strip());
        String[] names = bare.split("/", -1);
        String whyNot = bare.length() > LONGEST ? "it is longer than " + LONGEST + " characters" : AddressPath.whyNot(names, PAGE);
        if (whyNot == null && names.length == 2 && names[0].equalsIgnoreCase("ideas")) {
            addId(claims, names[1]);
            remember(entry, "ideas/" + names[1] + PAGE, told);
        } else if (whyNot == null && !OWN.contains(withoutEnding(names[0].toLowerCase(Locale.ROOT)))) {
            claims.put(bare + PAGE, bare + PAGE);
            remember(entry, bare + PAGE, told);
        } else if (told) {
            collisions.add(new Collision(shown(path.strip()), entry, whyNot != null ? whyNot : "the site has pages of its own there"));
        }
    }

    private void remember(Entry entry, String formerly, boolean told) {
        if (told) {
            written.add(entry.number() + " " + formerly);
        }
    }

    /// Says it of an address that an author wrote.
    private void collide(String formerly, Entry entry, String reason) {
        if (written.contains(entry.number() + " " + formerly)) {
            collisions.add(new Collision(formerly, entry, reason));
        }
    }

    /// Without slashes at the beginning and an ending that the page of redirection has anyway.
    private static String bare(String path) {
        int from = 0;
        while (path.startsWith("/", from) || path.startsWith("./", from)) {
            from += path.startsWith("/", from) ? 1 : 2;
        }
        int dot = path.lastIndexOf('.');
        boolean page = dot >= from && Set.of("md", "markdown", "htm", "html").contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
        return path.substring(from, page ? dot : path.length());
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(name.substring(dot + 1)) ? name.substring(0, dot) : name;
    }

    /// As much of an alias as a message has room for.
    private static String shown(String alias) {
        return alias.length() <= SHOWN ? alias : alias.substring(0, alias.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }

    /// What lies below a page would need a folder of its name.
    private void leaveNoPageBelowAPage() {
        for (Redirect redirect : List.copyOf(byAddress.values())) {
            String address = redirect.address();
            for (int slash = address.indexOf('/'); slash >= 0; slash = address.indexOf('/', slash + 1)) {
                if (byCase.containsKey(AddressName.folded(address.substring(0, slash)))) {
                    collide(redirect.formerly(), redirect.target(), "`" + address.substring(0, slash) + "` is a page, so nothing can be below it");
                    byAddress.remove(address);
                    break;
                }
            }
        }
    }

    private void decide(String address, Map<Entry, String> claimants) {
        String formerly = claimants.values().iterator().next();
        if (claimants.size() > 1) {
            claimants.forEach((entry, its) -> collide(its, entry, "other documents had it too"));
            return;
        }
        Entry target = claimants.keySet().iterator().next();
        Entry owner = live.get(AddressName.folded(formerly));
        if (owner != null && !owner.equals(target)) {
            collide(formerly, target, "it is the address of " + owner.id() + " now");
            return;
        }
        if (formerly.equals(target.page())) {
            return;
        }
        Redirect known = byCase.put(AddressName.folded(address), new Redirect(address, formerly, target));
        if (known != null && !known.target().equals(target)) {
            byCase.put(AddressName.folded(address), known);
            collide(formerly, target, "it differs only by case from one of " + known.target().id());
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
