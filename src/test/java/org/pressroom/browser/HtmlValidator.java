package org.pressroom.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.pressroom.ChildProcess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The HTML validator that browsers' makers use, in a process of its own, since it ends its JVM.
public final class HtmlValidator {

    private HtmlValidator() { }

    /// @param site  where pages stand
    /// @param pages by address
    /// @param home  a folder that is there; a folder `validator` is made in it
    public static void assertValid(Path site, List<String> pages, Path home) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--errors-only"));
        pages.forEach(address -> arguments.add(site.resolve(address).toString()));
        Path own = Files.createDirectory(home.resolve("validator"));
        Process process = ChildProcess.start(own, ChildProcess.command(own, "nu.validator.client.SimpleCommandLineValidator", arguments.toArray(String[]::new)));
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the validator does not end");
        String printed = Files.readString(own.resolve("printed"));
        assertEquals(0, process.exitValue(), printed);
        assertFalse(printed.contains(": error:"), printed);
    }
}
