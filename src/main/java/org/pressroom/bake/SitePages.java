package org.pressroom.bake;

import org.pressroom.config.Kind;
import org.pressroom.model.Document;

import java.util.List;
import java.util.Map;

/// The archive's own pages: `pages/<name>.html` each.
final class SitePages {

    private final PageModels models;
    private final Kind kind;

    SitePages(PageModels models) {
        this.models = models;
        this.kind = models.input().configuration().ofPages().kind();
    }

    List<Page> pages() {
        return models.input().pages().stream().map(page -> new Page(page.address(), "page", () -> model(page))).toList();
    }

    /// Title and address of each, for the foot of every page.
    static List<Map<String, Object>> links(SiteInput input, Messages messages) {
        return input.pages().stream().map(page -> new Fields().put("title", PlainText.cut(title(page, messages), 80))
            .put("address", page.address()).put("href", Href.of(page.address())).put("language", page.document().language()).map()).toList();
    }

    private static String title(SitePage page, Messages messages) {
        return PageModels.visible(page.document().title(), messages);
    }

    private Map<String, Object> model(SitePage page) {
        Document document = page.document();
        LinkHtml links = new LinkHtml(page.address(), document, models.input().links()::resolve, models.messages());
        Sections sections = Sections.of(document, kind, links, models.messages());
        Fields text = new Fields().put("summary", document.summary()).put("language", document.language())
            .put("sections", sections.models());
        return models.frame(page.address(), title(page, models.messages()), "page").put("text", text.map()).map();
    }
}
