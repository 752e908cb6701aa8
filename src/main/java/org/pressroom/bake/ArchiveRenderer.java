package org.pressroom.bake;

import org.jbake.app.Renderer;
import org.jbake.model.DocumentModel;
import org.jbake.template.AbstractTemplateEngine;
import org.jbake.template.DelegatingTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Renders a page in memory and writes it once, into staging. Safe for several threads.
final class ArchiveRenderer extends Renderer {

    private final ArchiveConfiguration config;
    private final DelegatingTemplateEngine engine;
    private final Map<String, AbstractTemplateEngine> further;
    private final PagePolicy policy;
    private final TemplateGuard guard;

    /// @param further engines that JBake doesn't know, by the ending of their templates
    ArchiveRenderer(ArchiveContentStore store, ArchiveConfiguration config, DelegatingTemplateEngine engine,
            Map<String, AbstractTemplateEngine> further) {
        super(store, config, engine);
        this.further = Map.copyOf(further);
        this.config = config;
        this.engine = engine;
        this.policy = new PagePolicy(config.scripts());
        this.guard = new TemplateGuard(policy);
    }

    /// @throws RenderingException when the template fails
    /// @throws IOException when the page can't be written, or something has been written at its address before
    @Override
    public void render(DocumentModel content) throws RenderingException, IOException {
        String template = config.getTemplateByDocType(content.getType());
        TemplateModel model = new TemplateModel();
        model.setContent(content);
        model.setRenderer(engine);
        PageText page = new PageText();
        if (config.hasOwnTemplates()) {
            PageThread.render(template, content.getUri(), () -> engineOf(template).renderDocument(model, template, page));
        } else {
            engineOf(template).renderDocument(model, template, page);
        }
        if (page.isEmpty()) {
            throw new RenderingException("the page " + content.getUri() + " came out empty: its template " + template
                + " is empty, or no template engine handles it");
        }
        config.staging().write(content.getUri(), published(page, content, template));
    }

    private byte[] published(PageText page, DocumentModel content, String template) throws RenderingException {
        String address = content.getUri();
        String root = content.get("root") instanceof String own ? own : Href.root(address);
        byte[] safe = config.isGuarded(template) ? guard.checked(page.toString(), address, template, root).getBytes(StandardCharsets.UTF_8) : page.utf8();
        return address.endsWith(".html") ? policy.sealed(safe, root) : safe;
    }

    private AbstractTemplateEngine engineOf(String template) {
        return further.getOrDefault(template.substring(template.lastIndexOf('.') + 1), engine);
    }
}
