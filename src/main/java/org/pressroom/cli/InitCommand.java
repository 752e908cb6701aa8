package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Nearest;
import org.pressroom.edit.ArchiveText;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.UserGit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Begins an archive.
@Command(name = "init", mixinStandardHelpOptions = true,
    description = "Begin an archive: a git repository with a configuration, one example and a pipeline. Replaces nothing that is there.",
    footer = {"", "Examples:", "  pressroom init ~/proposals", "  pressroom init --name 'Ideas of ours' --ci gitlab ."})
final class InitCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    MessageOptions common = new MessageOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the site. Default: that of the folder.")
    @Nullable String name;

    @Option(names = "--ci", paramLabel = "SERVICE", description = "github, gitlab or none: for which service a pipeline is written. Default: github.")
    String ci = "github";

    @Option(names = "--no-git", description = "Make no git repository.")
    boolean bare;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder, which need not be there. Default: the current folder.")
    Path folder = Path.of("");

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!ArchiveText.SERVICES.contains(ci)) {
            throw new UsageException("--ci " + ci + " is not one of " + String.join(", ", ArchiveText.SERVICES) + Nearest.of(ci, ArchiveText.SERVICES).map(near -> "; did you mean " + near + "?").orElse(""));
        }
        try {
            Path place = SafeFolder.make(folder.toAbsolutePath().normalize()).path().toRealPath();
            String site = name == null ? String.valueOf(place.getFileName()) : name;
            UserGit git = new UserGit(place);
            Map<String, String> files = ArchiveText.of(site, git.name().orElse("Jo Park"), ci, LocalDate.now(terminal.clock()));
            List<String> there = files.keySet().stream().filter(file -> Files.exists(place.resolve(file), LinkOption.NOFOLLOW_LINKS)).toList();
            if (there.contains("pressroom.yaml")) {
                throw new ArchiveException(place + " is an archive already: it has a pressroom.yaml; nothing was written");
            }
            List<String> written = new ArrayList<>();
            SafeFolder archive = SafeFolder.at(place);
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (!there.contains(file.getKey())) {
                    archive.create(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
                    written.add(file.getKey());
                }
            }
            boolean made = !bare && git.init();
            written.forEach(file -> terminal.out().println(file));
            there.forEach(file -> common.remark(terminal, file + " was there and stays as it is"));
            common.remark(terminal, (made ? "a git repository was made; " : "") + "next: `pressroom serve --open " + folder + "`, and `pressroom new 'A title'` for a proposal of your own");
            return ExitCodes.CLEAN;
        } catch (IOException e) {
            throw new ArchiveException("cannot make an archive in " + folder.toAbsolutePath() + ": " + FileProblem.of(e), e);
        }
    }
}
