package org.pressroom.bake;

import java.net.URI;
import java.util.Map;

/// The model of `404.html`, which a server shows at any address: where the base address is known, its links begin at
/// its path.
final class NotFoundPage {

    private NotFoundPage() { }

    static Map<String, Object> model(PageModels models) {
        URI base = models.input().edition().baseUrl();
        Fields fields = models.frame("404.html", models.messages().text("missing.title"), "missing");
        if (base != null) {
            fields.putAsIs("root", base.getRawPath());
        }
        return fields.map();
    }
}
