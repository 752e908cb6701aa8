package org.pressroom.bake;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// One file of the site that a template makes, with the variants that other templates make of the same model.
///
/// @param address  relative to the site's root: `ideas/0042.html`
/// @param template the template's name without its ending: `idea`
/// @param maker    asked when the page is rendered
/// @param variants in folders as deep as the page's own, so that the model's relative links hold there too
/// @param recall   whether it need not be made again
record Page(String address, String template, Maker maker, List<Variant> variants, Recall recall) {

    Page {
        variants = List.copyOf(variants);
        for (Variant variant : variants) {
            if (!Href.root(variant.address).equals(Href.root(address))) {
                throw new IllegalArgumentException(variant.address + " is not as deep as " + address);
            }
        }
    }

    Page(String address, String template, Model model) {
        this(address, template, () -> new Made(model.make(), List.of()), List.of(), new Recall() { });
    }

    Page with(Recall other) {
        return new Page(address, template, maker, variants, other);
    }

    /// Knows whether a page is as an earlier build made it. Called on one thread at a time.
    interface Recall {

        /// Whether the page and what goes with it are there already, as far as that is known without its model.
        default boolean keep() throws IOException {
            return false;
        }

        /// Whether the page of a model is there already.
        default boolean keep(Made made) throws IOException {
            return false;
        }

        /// Remembers what was made.
        ///
        /// @param addresses of the page and of what goes with it
        default void remember(Made made, List<String> addresses) { }
    }

    /// Makes a page model; called once, on any thread.
    @FunctionalInterface
    interface Model {
        Map<String, Object> make() throws IOException;
    }

    /// Makes a page model, and tells which pages go with the page; called once, on any thread.
    @FunctionalInterface
    interface Maker {
        Made make() throws IOException;
    }

    /// What was made for a page.
    ///
    /// @param besides pages that were not known before; they are rendered after it, and have none beside them
    record Made(Map<String, Object> model, List<Page> besides) {

        Made {
            besides = List.copyOf(besides);
        }
    }

    /// Another file of the same model: `slides/0042.html`.
    record Variant(String address, String template) { }
}
