package org.pressroom.build;

import org.pressroom.config.Configuration;
import org.pressroom.config.ConfigurationReader;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.FileProblem;
import org.pressroom.files.RegularFile;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.ArchiveTree;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The configuration of an archive: the file at its root, or the one that was asked for.
///
/// A file that is there and is not read would let everything be published that it hides. So one of nearly the right name,
/// a second one, a link and a folder are errors, as what stands in the file may be.
///
/// @param configuration what can be read of it; the defaults without a file
/// @param path          the file, or the one that would be it
/// @param findings      all errors, in order
record ConfigurationFile(Configuration configuration, SourcePath path, List<Diagnostic> findings) {

    /// The names of it, the first of which is proposed.
    static final List<String> NAMES = List.of("pressroom.yaml", "pressroom.yml");

    private static final int MAX_BYTES = 1_000_000;
    private static final String RULE = "config-bad-value";
    private static final List<String> DOTTED = NAMES.stream().map(name -> "." + name).toList();
    private static final Pattern NEARLY = Pattern.compile("[._-]*press[ _-]?room\\.(?:ya?ml|ya?ml\\.txt|json|toml)");

    ConfigurationFile {
        findings = List.copyOf(findings);
    }

    /// Reads the configuration.
    ///
    /// @throws ArchiveException when the file that was asked for can't be read
    static ConfigurationFile read(ArchiveRequest request, ArchiveTree tree) {
        List<Diagnostic> findings = new ArrayList<>();
        Optional<SourceFile> file = request.config() != null ? Optional.of(named(request.config(), tree)) : own(tree, findings);
        if (file.isEmpty()) {
            return new ConfigurationFile(Configuration.DEFAULT, new SourcePath(tree.source(), NAMES.getFirst()), findings);
        }
        SourcePath path = file.get().path();
        if (file.get().bytes().length > MAX_BYTES) {
            findings.add(error(path, "the configuration has more than " + MAX_BYTES + " bytes", "make it shorter"));
            return new ConfigurationFile(Configuration.DEFAULT, path, findings);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.get().bytes())).toString();
        } catch (CharacterCodingException e) {
            findings.add(error(path, "the configuration is not UTF-8", "save it as UTF-8"));
            return new ConfigurationFile(Configuration.DEFAULT, path, findings);
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return of(path, plain, tree, findings);
    }

    /// A configuration that stands in no file yet.
    static ConfigurationFile of(String text, ArchiveTree tree) {
        return of(new SourcePath(tree.source(), NAMES.getFirst()), text, tree, new ArrayList<>());
    }

    private static ConfigurationFile of(SourcePath path, String text, ArchiveTree tree, List<Diagnostic> findings) {
        ConfigurationReader.Result result = Schemas.reader().read(SourceText.of(path, text), new ArchiveSurroundings(tree));
        findings.addAll(result.findings());
        return new ConfigurationFile(result.configuration(), path, findings);
    }

    private static SourceFile named(Path config, ArchiveTree tree) {
        Path name = config.getFileName();
        try {
            byte[] bytes = RegularFile.beginning(config, MAX_BYTES);
            return new SourceFile(new SourcePath(tree.source(), name == null ? NAMES.getFirst() : name.toString()), "", bytes);
        } catch (IOException e) {
            throw new ArchiveException("cannot read the configuration " + config + ": " + FileProblem.reason(e), e);
        }
    }

    /// The archive's own file; what is not read and might be meant to be is found.
    private static Optional<SourceFile> own(ArchiveTree tree, List<Diagnostic> findings) {
        List<SourceFile> found = new ArrayList<>();
        for (String name : NAMES) {
            SourcePath path = new SourcePath(tree.source(), name);
            Optional<SourceFile> file = tree.find(path, MAX_BYTES);
            file.ifPresent(found::add);
            if (file.isEmpty() && tree.has(path)) {
                findings.add(error(path, "`" + name + "` is not a file, so it is not read", "write the configuration to a regular file of this name, not a link"));
            }
        }
        if (found.size() > 1) {
            findings.add(error(found.getLast().path(), "there are both `" + NAMES.getFirst() + "` and `" + NAMES.getLast() + "`",
                "put everything into one of them, and delete the other"));
        }
        DOTTED.stream().map(name -> new SourcePath(tree.source(), name)).filter(tree::has).forEach(path -> findings.add(notRead(path)));
        tree.files().stream().map(file -> file.path()).filter(path -> isNearly(path.path(), found.isEmpty())).forEach(path -> findings.add(notRead(path)));
        return found.stream().findFirst();
    }

    /// Whether a file may be meant for the configuration: one of nearly its name at the root, and, where there is none, one of its name in a folder there.
    private static boolean isNearly(String path, boolean missing) {
        String name = path.substring(path.indexOf('/') + 1);
        if (name.indexOf('/') >= 0 || !missing && name.length() < path.length() || NAMES.contains(path)) {
            return false;
        }
        return NEARLY.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).matches();
    }

    private static Diagnostic notRead(SourcePath path) {
        return error(path, "`" + path.path() + "` is not read as the configuration", "rename it to `" + NAMES.getFirst() + "`, at the archive's root, or delete it");
    }

    private static Diagnostic error(SourcePath path, String message, String fix) {
        return new Diagnostic(RULE, Severity.ERROR, path, Position.START, message, new Fix(fix), null);
    }
}
