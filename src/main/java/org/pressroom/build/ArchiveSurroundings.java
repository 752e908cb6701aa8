package org.pressroom.build;

import org.pressroom.bake.ArchiveMessages;
import org.pressroom.bake.MediaTypes;
import org.pressroom.config.Surroundings;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.TreeEntry;
import org.pressroom.parse.Weights;
import org.pressroom.source.SourceFile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an archive has for the configuration to speak of: messages in further languages, a logo, and weights of the recogniser.
record ArchiveSurroundings(ArchiveTree tree) implements Surroundings {

    private static final Pattern MESSAGES = Pattern.compile("messages/messages_([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\\.properties");
    private static final int MESSAGES_MAX_BYTES = 500_000;

    /// A logo is loaded with every first page.
    private static final int LOGO_MAX_BYTES = 100_000;
    /// All traits with all roles take less.
    private static final int WEIGHTS_MAX_BYTES = 200_000;

    @Override
    public Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        for (TreeEntry file : tree.files()) {
            Matcher name = MESSAGES.matcher(file.path().path());
            if (name.matches()) {
                languages.add(name.group(1));
            }
        }
        return languages;
    }

    @Override
    public Optional<String> refusedLogo(String path) {
        Optional<TreeEntry> file = find(path);
        if (file.isEmpty()) {
            return Optional.of("does not exist");
        }
        if (!Attachments.isPicture(file.get().path())) {
            return Optional.of("is not a picture that browsers can show");
        }
        byte[] content = tree.read(file.get(), LOGO_MAX_BYTES).bytes();
        if (content.length > LOGO_MAX_BYTES) {
            return Optional.of("has more than " + LOGO_MAX_BYTES / 1000 + " kB");
        }
        String ending = MediaTypes.ending(path);
        String refusal = CleanPicture.orAsItIs(ending, content, true).refusal();
        return refusal == null ? Optional.empty() : Optional.of("could run scripts or load content from elsewhere: " + refusal);
    }

    @Override
    public Learned weights(String path) {
        Optional<TreeEntry> file = find(path);
        if (file.isEmpty()) {
            return new Learned(List.of(), "are no file of the archive");
        }
        byte[] content = tree.read(file.get(), WEIGHTS_MAX_BYTES).bytes();
        if (content.length > WEIGHTS_MAX_BYTES) {
            return new Learned(List.of(), "have more than " + WEIGHTS_MAX_BYTES / 1000 + " kB");
        }
        try {
            List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
            Weights.read(lines);
            return new Learned(lines, null);
        } catch (IllegalArgumentException e) {
            return new Learned(List.of(), "can't be read: " + e.getMessage());
        }
    }

    Optional<TreeEntry> find(String path) {
        return tree.files().stream().filter(file -> file.path().path().equals(path)).findFirst();
    }

    private Optional<SourceFile> messagesFile(String language) {
        return find("messages/messages_" + language + ".properties").map(entry -> tree.read(entry, MESSAGES_MAX_BYTES));
    }

    /// The archive's own messages in a language.
    ArchiveMessages messages(String language) {
        return ArchiveMessages.of(messagesFile(language).map(file -> new String(file.bytes(), StandardCharsets.UTF_8)).orElse(""));
    }

    /// What is wrong in them.
    List<Diagnostic> problems(String language) {
        return messagesFile(language).map(file -> messages(language).problems().stream()
            .map(problem -> new Diagnostic(problem.unknown() ? "config-unknown-key" : "config-bad-value", Severity.ERROR, file.path(),
                Position.at(problem.line(), 1), problem.message(), new Fix(problem.fix()), null))
            .toList()).orElse(List.of());
    }
}
