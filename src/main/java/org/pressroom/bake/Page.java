package org.pressroom.bake;

import java.io.IOException;
import java.util.Map;

/// One file of the site that a template makes.
///
/// @param address  relative to the site's root: `ideas/0042.html`
/// @param template the template's name without its ending: `idea`
/// @param model    made when the page is rendered
record Page(String address, String template, Model model) {

    /// Makes a page model; called once, on any thread.
    @FunctionalInterface
    interface Model {
        Map<String, Object> make() throws IOException;
    }

    boolean forReaders() {
        return address.endsWith(".html");
    }
}
