package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;

/// A build that goes on from the one before it makes the site that a clean one makes, whatever changed in between.
class IncrementalBuildTest {

    private static final int CHANGES = 200;
    private static final int MOST_AT_ONCE = 8;
    private static final String[] STATUSES = {"draft", "in-review", "revise", "approved", "declined", "deferred", "withdrawn"};
    private static final String[] TAGS = {"keys", "locks", "post", "doors"};

    private final Random random = new Random(20260601);
    private final List<String> ids = new ArrayList<>();
    private int next = 100;
    private int commits;
    private String configuration = "";

    private String pick() {
        return ids.get(random.nextInt(ids.size()));
    }

    private static String path(String id) {
        return "content/" + id + ".md";
    }

    private static String document(String id, String title, String status, String more, String body) {
        return Site.document(id, title).replace("status: draft", "status: " + status + more).replace("The key arrives", body + "The key arrives")
            .replaceFirst("-- .*? --\n", "");
    }

    private void put(Site site, String id, String more, String body) {
        String status = STATUSES[random.nextInt(STATUSES.length)];
        String decision = status.equals("declined") ? "\ndecision: {date: 2025-0" + (1 + random.nextInt(9)) + "-11, reason: too-small, deciders: [Ada Bell]}" : "";
        site.with("-- " + path(id) + " --\n" + document(id, "Idea " + id + " for the door", status,
            "\ntags: [" + TAGS[random.nextInt(TAGS.length)] + "]\nauthors: [" + (random.nextBoolean() ? "Ada Bell" : "Ines Roth") + "]" + decision + more, body));
    }

    /// One change of any kind.
    private void change(Site site) throws IOException {
        String id = pick();
        Path file = site.archive().resolve(path(id));
        switch (random.nextInt(18)) {
            case 0, 1 -> edit(file, "Every week", "Week " + next++ + " after week");
            case 2 -> edit(file, "title: Idea", "title: Other " + next++ + " Idea");
            case 3 -> edit(file, "status: \\S+", "status: " + STATUSES[random.nextInt(STATUSES.length)]);
            case 4 -> add(site, String.format("%04d", next++), "created: 2024-03-01");
            case 5 -> add(site, String.format("%04d", 50 - next++ % 50), "created: 2019-0" + (1 + random.nextInt(9)) + "-01");
            case 6 -> add(site, String.format("%04d", next++), "created: 2023-0" + (1 + random.nextInt(9)) + "-02");
            case 7 -> {
                if (ids.size() > 6) {
                    Files.delete(file);
                    ids.remove(id);
                }
            }
            case 8 -> {
                String other = "moved-" + next++;
                Files.move(file, site.archive().resolve(path(other)));
                ids.remove(id);
                ids.add(other);
            }
            case 9 -> edit(file, "\ntags:", "\nvisibility: restricted\ntags:");
            case 10 -> edit(file, "\nvisibility: restricted", "");
            case 11 -> edit(file, "Because one", "See [another](" + pick() + ".md#solution), ![](plan.svg) and [a page](../pages/how.md). Because one");
            case 12 -> edit(file, "\ntags:", "\nrelated: [\"" + pick() + "\"]\nsupersedes: [\"" + pick() + "\"]\ntags:");
            case 13 -> configure(site);
            case 14 -> template(site);
            case 15 -> site.with("-- pages/how.md --\n# How we decide\n\nIn " + next++ + " steps.\n");
            case 16 -> site.with("-- content/plan.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + (1 + random.nextInt(90)) + " 9\"><path d=\"M0 0h9\"/></svg>\n");
            case 17 -> rewriteHistory(site);
            default -> throw new IllegalStateException();
        }
    }

    private void add(Site site, String id, String created) throws IOException {
        put(site, id, "", "");
        edit(site.archive().resolve(path(id)), "created: \\S+", created);
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    private static void edit(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst(from, to));
    }

    private void configure(Site site) {
        String id = pick();
        configuration = switch (random.nextInt(6)) {
            case 0 -> "site: {name: House " + next++ + "}\n";
            case 1 -> "exclude: [\"" + id + ".md\"]\n";
            case 2 -> "people: {Ada Bell: {hidden: true}}\n";
            case 3 -> "severities: {plan-topics-missing: off, pr-launch-date-past: error}\n";
            case 4 -> "drafts: hide\n";
            default -> "";
        };
        site.with("-- pressroom.yaml --\n" + configuration);
    }

    private void template(Site site) throws IOException {
        Path own = site.archive().resolve("templates/404.ftlh");
        if (Files.exists(own) && random.nextBoolean()) {
            Files.delete(own);
        } else {
            site.with("-- templates/404.ftlh --\n<p>House number " + next++ + "</p>\n");
        }
    }

    private void rewriteHistory(Site site) {
        if (commits > 3) {
            Site.git(site.archive(), Map.of("GIT_COMMITTER_DATE", "2026-05-0" + (1 + random.nextInt(9)) + "T10:00:00Z"), "commit", "-q", "--amend", "--allow-empty", "-m", "Again",
                "--date", "2026-05-0" + (1 + random.nextInt(9)) + "T10:00:00Z");
        }
    }

    @Test
    void anIncrementalSiteIsTheCleanOne() throws IOException {
        try (Site site = Site.of("")) {
            for (int n = 1; n <= 9; n++) {
                String id = String.format("%04d", n * 10);
                ids.add(id);
                put(site, id, "", "");
            }
            site.with("-- content/plan.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>\n-- pages/how.md --\n# How we decide\n\nTogether.\n");
            compare(site, "at first");
            for (int done = 0; done < CHANGES;) {
                int batch = Math.min(1 + random.nextInt(MOST_AT_ONCE), CHANGES - done);
                for (int i = 0; i < batch; i++) {
                    change(site);
                }
                done += batch;
                if (random.nextInt(3) > 0) {
                    site.commit("2025-%02d-%02dT10:00:00Z".formatted(1 + commits / 28 % 12, 1 + commits % 28), random.nextBoolean() ? "Ada Bell <ada@example.com>" : "Ines Roth <ines@example.com>");
                    commits++;
                }
                compare(site, done + " changes, configuration " + configuration);
            }
        }
    }

    private static void compare(Site site, String when) {
        CommandLineRun run = site.build("--allow-empty", "--verify");
        assertTrue(run.code() <= 1, when + ": " + run.err());
        try (Site clean = Site.of("")) {
            CommandLineRun fresh = CommandLineRun.of(clean.home(), "build", "-o", clean.output().toString(), "--as-of", "2026-06-01", "--allow-empty",
                site.archive().toString());
            assertEquals(fresh.code(), run.code(), when + ": " + run.err() + fresh.err());
            SortedMap<String, String> expected = clean.files();
            SortedMap<String, String> found = site.files();
            assertEquals(String.join("\n", expected.keySet()), String.join("\n", found.keySet()), when);
            expected.forEach((address, text) -> {
                if (!text.equals(found.get(address))) {
                    assertEquals(text, found.get(address), when + ": " + address);
                }
            });
            assertEquals(findings(fresh), findings(run), when);
        }
    }

    private static List<String> findings(CommandLineRun run) {
        return Stream.of(run.err(), run.out()).flatMap(String::lines).filter(line -> line.contains("error:") || line.contains("warning:")).toList();
    }
}
