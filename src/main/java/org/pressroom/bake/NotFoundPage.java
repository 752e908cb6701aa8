package org.pressroom.bake;

import java.net.URI;
import java.util.Map;

/// The model of `404.html`, which a server shows at any address: where the base address is known, its links begin at
/// its path. Where ideas have former addresses that only a server can lead on from, its script does it too.
final class NotFoundPage {

    private NotFoundPage() { }

    static Map<String, Object> model(PageModels models) {
        URI base = models.input().edition().baseUrl();
        Fields fields = models.frame("404.html", models.messages().text("missing.title"), "missing")
            .put("ideasMoved", models.input().redirects().all().stream().anyMatch(redirect -> redirect.address().startsWith("r/")));
        if (base != null) {
            fields.putAsIs("root", base.getRawPath());
        }
        return fields.map();
    }
}
