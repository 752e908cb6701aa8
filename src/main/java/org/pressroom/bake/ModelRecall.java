package org.pressroom.bake;

import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.files.Staging;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Recalls a page by its model: a template makes the same of the same.
final class ModelRecall implements Page.Recall {

    private final String address;
    private final String template;
    private final PageModels models;
    private final Staging files;

    ModelRecall(Page page, PageModels models, Staging files) {
        this.address = page.address();
        this.template = page.template();
        this.models = models;
        this.files = files;
    }

    @Override
    public boolean keep(Page.Made made) throws IOException {
        Optional<PageMemory.Made> last = models.input().memory().of(address);
        return last.isPresent() && last.get().key().equals(key(made.model())) && files.keep(last.get().files());
    }

    @Override
    public void remember(Page.Made made, List<String> addresses) {
        if (models.input().memory() != PageMemory.NONE) {
            models.input().memory().remember(address, new PageMemory.Made(key(made.model()), List.of(), contents(files, addresses), null));
        }
    }

    private Key key(Map<String, Object> model) {
        Fingerprint print = new Fingerprint("page").key(models.context()).text(template);
        models.print().add(model, print);
        return print.key();
    }

    /// What was written at addresses.
    static Map<String, Staging.Content> contents(Staging files, List<String> addresses) {
        Map<String, Staging.Content> contents = new TreeMap<>();
        addresses.forEach(address -> files.content(address).ifPresent(content -> contents.put(address, content)));
        return contents;
    }
}
