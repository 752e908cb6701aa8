package org.pressroom.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// The browser of whoever is at this machine.
final class Browser {

    private Browser() { }

    /// Opens an address in it.
    ///
    /// @return false when the system has no means to
    static boolean open(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac") ? List.of("open", address.toString())
            : system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString()) : List.of("xdg-open", address.toString());
        try {
            Process started = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            started.getOutputStream().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
