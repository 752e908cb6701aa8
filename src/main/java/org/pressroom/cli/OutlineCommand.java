package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.files.FileProblem;
import org.pressroom.files.RegularFile;
import org.pressroom.git.ArchiveException;
import org.pressroom.json.Json;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.Notice;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Prints what the recogniser found.
@Command(name = "outline", mixinStandardHelpOptions = true,
    description = "Show which parts of a PR/FAQ were recognised, and where.",
    footer = {"", "Examples:", "  pressroom outline --format json ideas/*.md", "  pressroom outline ideas/0042-melinda.md"})
final class OutlineCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    OutputOptions common = new OutputOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Markdown files.")
    List<Path> files = new ArrayList<>();

    OutlineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DocumentParser parser = new DocumentParser(Configuration.DEFAULT, _ -> false);
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        int code = ExitCodes.CLEAN;
        for (Path file : files) {
            ParseOutcome outcome = parser.parse(read(file));
            switch (outcome) {
                case ParseOutcome.Parsed parsed -> {
                    json.add(OutlineJson.of(file.toString(), parsed.document()));
                    if (common.format == OutputFormat.TEXT) {
                        new OutlineText(terminal.out()).print(file.toString(), parsed.document());
                    }
                }
                case ParseOutcome.Unparsable refused -> {
                    json.add(OutlineJson.unreadable(file.toString()));
                    code = ExitCodes.FINDINGS;
                    for (Notice notice : refused.notices()) {
                        terminal.err().println(file + ":" + notice.position().line() + ":" + notice.position().column() + ": error: "
                            + notice.message() + " [" + notice.rule() + "]");
                    }
                }
            }
        }
        if (common.format == OutputFormat.JSON) {
            terminal.out().in(Printer.Form.JSON).print(Json.pretty(json));
        }
        return code;
    }

    private static SourceFile read(Path file) {
        Path name = file.getFileName();
        if (name == null || !Files.exists(file)) {
            throw new ArchiveException("no such file: " + file);
        }
        int limit = Configuration.DEFAULT.thresholds().documentMaxBytes();
        try {
            return new SourceFile(SourcePath.of(name.toString()), "", RegularFile.beginning(file, limit));
        } catch (IOException e) {
            throw new ArchiveException("cannot read " + file + ": " + FileProblem.reason(e), e);
        }
    }
}
