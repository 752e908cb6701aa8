package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.BuildOptions;
import org.pressroom.build.BuildResult;
import org.pressroom.build.Semantics;
import org.pressroom.build.SiteBuild;
import org.pressroom.build.SiteFiles;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.Scratch;
import org.pressroom.git.SiteBranch;
import org.pressroom.git.UserGit;
import org.pressroom.json.Json;
import org.pressroom.parallel.Workers;
import org.pressroom.publish.Rsync;
import org.pressroom.publish.S3Bucket;
import org.pressroom.publish.SiteArchive;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Builds the site and sends it to where it is read.
@Command(name = "publish", mixinStandardHelpOptions = true,
    description = {"Build the site and send it to where it is read. Only what changed is sent, and the old site stays whole until the new one is there.",
        "TARGET is a folder, a file that ends in .zip, .tar.gz or .tgz, branch:NAME for a branch of the archive's own repository (its remote `origin`),"
            + " git:ADDRESS#NAME for one of another, rsync:HOST:FOLDER, or s3://BUCKET/FOLDER."},
    footer = {"", "Examples:", "  pressroom publish --to branch:gh-pages", "  pressroom publish --to rsync:www.example.com:/srv/www/ideas --base-url https://ideas.example.com/",
        "  pressroom publish --to site.zip --dry-run ~/proposals"})
final class PublishCommand implements Callable<Integer> {

    private static final String BRANCH = "branch:";
    private static final String GIT = "git:";
    private static final String RSYNC = "rsync:";
    private static final String S3 = "s3://";

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThemeOption theme = new ThemeOption();

    @Option(names = "--to", paramLabel = "TARGET", required = true, description = "Where the site goes.")
    String to = "";

    @Option(names = "--base-url", paramLabel = "URL", description = "The address where the site will be read; only feeds and the 404 page need it.")
    @Nullable String baseUrl;

    @Option(names = "--strict", description = "If there are errors in documents, send nothing.")
    boolean strict;

    @Option(names = "--dry-run", description = "Build the site, print what would be sent, and send nothing.")
    boolean dryRun;

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository, a folder, or an address to clone. Default: the current folder.")
    @Nullable String archive;

    PublishCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// What was sent.
    ///
    /// @param where in words
    private record Sent(int changed, int deleted, String where) { }

    @Override
    public Integer call() throws IOException {
        if (to.isBlank() || to.startsWith(GIT) && to.indexOf('#') < 0) {
            throw new UsageException("--to " + to + " names no place; `pressroom publish --help` lists what it can be");
        }
        if (to.matches("https?://.*")) {
            throw new UsageException("--to " + to + " is where a site is read; name where it is stored, as `pressroom publish --help` lists it");
        }
        ArchiveRequest request = common.request(archive, null, terminal);
        Path cache = common.cache(request.location(), terminal);
        try (Scratch scratch = Scratch.open(null)) {
            // Kept between publications where there is a cache, so that only what changed is made again.
            Path work = cache == null ? scratch.folder().path() : cache;
            Path site = isFolder() && !dryRun ? Path.of(to) : work.resolve("published");
            ArchiveRequest known = isFolder() ? common.request(archive, site, terminal).asItIs() : request;
            BuildResult result;
            try (ConsoleProgress progress = ConsoleProgress.on(terminal, common.quiet || common.format == OutputFormat.JSON)) {
                result = SiteBuild.run(known, options(site, cache), Workers.onAllCores(), progress);
            }
            result.remarks().forEach(remark -> common.remark(terminal, remark));
            if (result.publication() == null) {
                common.remark(terminal, "nothing was sent");
                return ExitCodes.FINDINGS;
            }
            Sent sent = isFolder() ? new Sent(result.publication().changed(), result.publication().deleted(), "the folder " + to) : send(request, site, work);
            print(sent);
            return result.report().reaches(Severity.ERROR) ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
        }
    }

    private BuildOptions options(Path site, @Nullable Path cache) {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        return new BuildOptions(site, BuildCommand.baseUri(baseUrl, line), strict, Severity.ERROR, common.today(terminal), Version.text(), cache, new Semantics.Table(), false, List.of(), theme.scripts, false);
    }

    private boolean isFolder() {
        return !to.startsWith(S3) && !to.startsWith(BRANCH) && !to.startsWith(GIT) && !to.startsWith(RSYNC) && !SiteArchive.isNamed(to);
    }

    private Sent send(ArchiveRequest request, Path site, Path work) throws IOException {
        if (to.startsWith(RSYNC)) {
            String place = to.substring(RSYNC.length());
            Rsync.Sent sent = Rsync.send(site, place, dryRun);
            return new Sent(sent.changed(), sent.deleted(), place);
        }
        if (to.startsWith(BRANCH) || to.startsWith(GIT)) {
            int hash = to.lastIndexOf('#');
            String branch = to.startsWith(BRANCH) ? to.substring(BRANCH.length()) : to.substring(hash + 1);
            String address = to.startsWith(BRANCH) ? origin(request) : to.substring(GIT.length(), hash);
            SiteBranch.Published sent = new SiteBranch(work.resolve("branch.git"), site, address, branch,
                new UserGit(request.location().toAbsolutePath()).identity()).publish(dryRun);
            return new Sent(sent.changed(), sent.deleted(), "the branch " + branch + (sent.commit().isEmpty() ? "" : " as commit " + sent.commit().substring(0, 10)));
        }
        if (to.startsWith(S3)) {
            S3Bucket.Sent sent = S3Bucket.of(to.substring(S3.length()), terminal.environment(), terminal.clock(), SiteFiles::mediaType).publish(site, dryRun);
            return new Sent(sent.changed(), sent.deleted(), to);
        }
        Path file = Path.of(to);
        int files = dryRun ? SiteArchive.addresses(site).size() : SiteArchive.write(site, file);
        return new Sent(files, 0, to);
    }

    private static String origin(ArchiveRequest request) {
        return new UserGit(request.location().toAbsolutePath()).remote().orElseThrow(() -> new UsageException(
            request.location() + " has no remote `origin` with the branch; name the repository: --to git:ADDRESS#BRANCH"));
    }

    private void print(Sent sent) {
        if (common.format == OutputFormat.JSON) {
            terminal.out().in(Printer.Form.JSON).print(Json.pretty(Json.object("to", to, "changed", sent.changed, "deleted", sent.deleted, "sent", !dryRun)));
        } else {
            terminal.out().println(Counted.of(sent.changed, "file") + (dryRun ? " would be sent to " : " sent to ") + sent.where + (sent.deleted == 0 ? "" : ", " + sent.deleted + " deleted there"));
        }
    }
}
