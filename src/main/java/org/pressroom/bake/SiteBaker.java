package org.pressroom.bake;

import org.jbake.template.RenderingException;
import org.pressroom.files.SafeFolder;
import org.pressroom.files.Staging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Makes a whole site from a catalog and its documents.
///
/// The same input gives the same bytes, whatever the number of threads, the JVM's locale and time zone. One baking per
/// JVM is at work at a time, others wait: JBake keeps some of its state for the whole process.
public final class SiteBaker {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final int threads;
    private final List<Path> jars;

    /// @param threads how many pages are made at a time, at least 1
    public SiteBaker(int threads) {
        this(threads, List.of());
    }

    /// @param threads how many pages are made at a time, at least 1
    /// @param jars    of templates, template engines and rendering tools; their code is run
    public SiteBaker(int threads, List<Path> jars) {
        this.jars = List.copyOf(jars);
        if (threads < 1) {
            throw new IllegalArgumentException("not a number of threads: " + threads);
        }
        this.threads = threads;
    }

    /// Bakes a site.
    ///
    /// @param work     an empty folder for what is needed meanwhile, empty again at the end
    /// @param files    where nothing stands yet that a page goes to
    /// @param count    is told of each page
    /// @throws TemplateFault when a template can't be read or fails; the folder then holds part of a site
    /// @throws IOException   when a document can't be read, or the site not be written
    public BakeReport bake(SiteInput input, SafeFolder work, Staging files, PageCount count) throws TemplateFault, IOException {
        ONE_AT_A_TIME.lock();
        try (Extensions extensions = Extensions.open(jars);
                Theme theme = Theme.layOut(work, input.theme(), extensions.templates(), Accent.styles(input.configuration().site().accent()) + Words.styles(input.configuration().vocabulary()))) {
            Messages messages = Messages.in(input.configuration().site().language(), input.theme().messages());
            PageModels models = new PageModels(input, messages, theme);
            int pages;
            Insights insights = new Insights(models);
            SitePlan plan;
            try (IdeasJson json = new IdeasJson(files.open("ideas.json"))) {
                plan = SitePlan.of(models, new IdeaFiles(json, files), files, insights, threads, count);
                render(plan, input, theme, extensions, files, messages);
                pages = (int) files.addresses().stream().filter(address -> address.endsWith(".html")).count();
            }
            theme.assets().write(files);
            new ForMachines(models).write(files, plan);
            files.write("dates.ics", Calendar.of(models));
            writeAll(files, insights.csv());
            writeAll(files, RedirectFiles.ofServers(models));
            return new BakeReport(pages, theme.unused());
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static void writeAll(Staging files, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            files.write(text.getKey(), text.getValue());
        }
    }

    private static void render(SitePlan plan, SiteInput input, Theme theme, Extensions extensions, Staging files, Messages messages)
            throws TemplateFault, IOException {
        ArchiveConfiguration configuration =
            new ArchiveConfiguration(theme, files, messages, input.edition().version());
        ArchiveOven oven = ArchiveOven.of(configuration, new ArchiveContentStore(input.catalog(), plan), extensions);
        oven.bake();
        for (Throwable error : oven.getErrors()) {
            throw failure(error);
        }
    }

    private static IOException failure(Throwable error) throws TemplateFault, IOException {
        return switch (error instanceof RenderingException && error.getCause() != null ? error.getCause() : error) {
            case TemplateFault fault -> throw fault;
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> new IOException("baking stopped: " + e.getMessage(), e);
        };
    }
}
