package org.pressroom.bake;

import org.apache.commons.configuration2.CompositeConfiguration;
import org.jbake.app.ContentStore;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.render.RenderingTool;
import org.jbake.template.RenderingException;
import org.pressroom.parallel.Watch;
import org.pressroom.parallel.Workers;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Renders the pages of the site's plan on several threads. JBake finds it as a service.
public final class PageRenderingTool implements RenderingTool {

    /// For the comparing of a document's revisions, which is counted too.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// @throws RenderingException about the first page of the plan that fails
    @Override
    public int render(Renderer renderer, ContentStore store, JBakeConfiguration config) throws RenderingException {
        SitePlan plan = ((ArchiveContentStore) store).plan();
        plan.count().planned(plan.pages().size());
        try (Watch watch = Watch.begin(LONGEST)) {
            new Workers(plan.threads()).forEach(plan.pages().size(), n -> {
                watch.over(() -> render(plan.pages().get(n), renderer));
                plan.count().made();
            });
        } catch (RenderingException e) {
            throw e;
        } catch (Exception e) {
            throw new RenderingException(e);
        }
        return plan.pages().size();
    }

    /// A page with all that stands beside it. When its time is up, what is still to be compared counts as all different.
    private static boolean render(Page page, Renderer renderer) throws Exception {
        if (page.recall().keep()) {
            return true;
        }
        Page.Made made = page.maker().make();
        if (page.recall().keep(made)) {
            return true;
        }
        List<String> addresses = new ArrayList<>(List.of(page.address()));
        render(page.address(), page.template(), made.model(), renderer);
        for (Page.Variant variant : page.variants()) {
            render(variant.address(), variant.template(), made.model(), renderer);
            addresses.add(variant.address());
        }
        for (Page beside : made.besides()) {
            render(beside, renderer);
            addresses.add(beside.address());
        }
        page.recall().remember(made, addresses);
        return true;
    }

    private static void render(String address, String template, Map<String, Object> model, Renderer renderer) throws Exception {
        DocumentModel content = new DocumentModel();
        content.putAll(model);
        content.setType(template);
        content.setUri(address);
        content.setRootPath(Href.root(address));
        renderer.render(content);
    }

    @Override
    @Deprecated
    public int render(
            Renderer renderer, ContentStore store, File destination, File templates, CompositeConfiguration config) {
        throw new UnsupportedOperationException("superseded by render(Renderer, ContentStore, JBakeConfiguration)");
    }
}
