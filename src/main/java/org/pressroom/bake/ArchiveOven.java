package org.pressroom.bake;

import org.jbake.app.Oven;
import org.jbake.app.Utensils;
import org.jbake.model.DocumentTypes;
import org.jbake.render.DocumentsRenderer;
import org.jbake.render.RenderingTool;
import org.jbake.template.DelegatingTemplateEngine;
import org.jbake.template.ModelExtractors;
import org.jbake.template.RenderingException;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// JBake's oven without its crawler, its database and its change of the JVM's locale.
///
/// Every [RenderingTool] on the class path, or in a jar that the command line names, has its turn, but JBake's own for documents, whose time grows with their
/// square; [PageRenderingTool] is ours. JBake's others are switched off by the configuration. What JBake keeps for the
/// whole process (document types, model extractors) is set anew, so only one oven may be at work at a time.
final class ArchiveOven extends Oven {

    private final List<Throwable> errors = new ArrayList<>();

    private final Extensions extensions;

    private ArchiveOven(Utensils utensils, Extensions extensions) {
        super(utensils);
        this.extensions = extensions;
    }

    static ArchiveOven of(ArchiveConfiguration configuration, ArchiveContentStore store, Extensions extensions) {
        Utensils utensils = new Utensils();
        utensils.setConfiguration(configuration);
        utensils.setContentStore(store);
        utensils.setRenderer(
            new ArchiveRenderer(store, configuration, new DelegatingTemplateEngine(store, configuration), extensions.engines(configuration, store)));
        return new ArchiveOven(utensils, extensions);
    }

    @Override
    public void bake() {
        DocumentTypes.resetDocumentTypes();
        DocumentTypes.addDocumentType(ArchiveContentStore.TYPE);
        ModelExtractors.getInstance().reset();
        Utensils utensils = getUtensils();
        for (ServiceLoader.Provider<RenderingTool> tool : extensions.tools()) {
            if (tool.type() == DocumentsRenderer.class) {
                continue;
            }
            try {
                tool.get().render(utensils.getRenderer(), utensils.getContentStore(), utensils.getConfiguration());
            } catch (RenderingException e) {
                errors.add(e);
            }
        }
    }

    /// What rendering tools have thrown, in the order of the tools.
    @Override
    public List<Throwable> getErrors() {
        return List.copyOf(errors);
    }
}
