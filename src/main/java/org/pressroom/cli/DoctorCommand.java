package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.Examination;
import org.pressroom.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Looks at the machine and the archive.
@Command(name = "doctor", mixinStandardHelpOptions = true,
    description = "Look at what Pressroom needs on this machine and in the archive. Each line is ok, or says what to do. Exit code 1 when something must be done.",
    footer = {"", "Examples:", "  pressroom doctor", "  pressroom doctor --format json ~/proposals"})
final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository or folder. Default: the current folder.")
    @Nullable String archive;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ArchiveRequest request = common.asItIs(archive, terminal);
        Path cache = common.cacheIfAny(request.location(), terminal);
        List<Examination.Line> lines = Examination.of(request, cache, terminal.environment());
        if (common.format == OutputFormat.JSON) {
            terminal.out().in(Printer.Form.JSON).print(Json.pretty(Json.object("checks", lines.stream()
                .map(line -> Json.object("name", line.name(), "state", word(line), "message", line.message(), "fix", line.fix())).toList())));
        } else {
            boolean colour = terminal.colour(common.colour);
            Printer out = colour ? terminal.out().in(Printer.Form.STYLED) : terminal.out();
            for (Examination.Line line : lines) {
                out.println(String.format("%-8s%-14s%s", word(line), line.name(), line.message()) + (line.fix() == null ? "" : "; " + line.fix()));
            }
        }
        return lines.stream().anyMatch(line -> line.state() == Examination.State.PROBLEM) ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
    }

    private static String word(Examination.Line line) {
        return line.state().name().toLowerCase(Locale.ROOT);
    }
}
