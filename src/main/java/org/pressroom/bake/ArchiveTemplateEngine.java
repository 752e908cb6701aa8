package org.pressroom.bake;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.Configuration;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import org.jbake.app.ContentStore;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.template.AbstractTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.TimeZone;

/// FreeMarker for templates that nobody vouches for: `.ftlh` escapes for HTML, `.ftlx` for XML.
///
/// A template sees the page model and the functions `msg`, `count`, `number` and `texts`, and the
/// [policy][PagePolicy] as `policy`; no Java object, no class, no file
/// outside the templates folder. JBake makes it by the name in `META-INF/org.jbake.parser.TemplateEngines.properties`.
public final class ArchiveTemplateEngine extends AbstractTemplateEngine {

    private final Configuration freemarker;

    public ArchiveTemplateEngine(JBakeConfiguration config, ContentStore store) {
        super(config, store);
        this.freemarker = ((ArchiveConfiguration) config).hasOwnTemplates()
            ? new CountedTemplates(Configuration.VERSION_2_3_34) : new Configuration(Configuration.VERSION_2_3_34);
        try {
            freemarker.setTemplateLoader(new FileTemplateLoader(config.getTemplateFolder()));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read templates from " + config.getTemplateFolder(), e);
        }
        freemarker.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setAPIBuiltinEnabled(false);
        freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        freemarker.setLocalizedLookup(false);
        freemarker.setDefaultEncoding("UTF-8");
        freemarker.setLocale(Locale.ROOT);
        freemarker.setTimeZone(TimeZone.getTimeZone("UTC"));
        freemarker.setNumberFormat("computer");
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setAttemptExceptionReporter((_, _) -> { });
        freemarker.setLogTemplateExceptions(false);
        freemarker.setWrapUncheckedExceptions(true);
        freemarker.setSharedVariable("policy", policy());
        Messages messages = ((ArchiveConfiguration) config).messages();
        freemarker.setSharedVariable("msg", new MessageFunction(messages, MessageFunction.Form.TEXT));
        freemarker.setSharedVariable("count", new MessageFunction(messages, MessageFunction.Form.COUNT));
        freemarker.setSharedVariable("texts", new MessageFunction(messages, MessageFunction.Form.JSON));
        freemarker.setSharedVariable("number", new MessageFunction(messages, MessageFunction.Form.NUMBER));
    }

    private static TemplateHTMLOutputModel policy() {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(PagePolicy.META);
        } catch (TemplateModelException e) {
            throw new IllegalStateException("FreeMarker takes any markup", e);
        }
    }

    @Override
    public void renderDocument(TemplateModel model, String templateName, Writer writer) throws RenderingException {
        String page = String.valueOf(model.getContent().getUri());
        try {
            Template template = freemarker.getTemplate(templateName);
            template.process(model.getContent(), writer);
        } catch (ParseException e) {
            throw fault(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage(), page, e);
        } catch (TemplateException e) {
            String blamed = e.getBlamedExpressionString();
            throw fault(e.getTemplateSourceName(), e.getLineNumber(), e.getColumnNumber(),
                firstLine(e.getMessageWithoutStackTop()) + (blamed == null ? "" : ": " + blamed), page, e);
        } catch (TemplateNotFoundException e) {
            throw fault(e.getTemplateName(), 1, 1, "there is no template " + e.getTemplateName(), page, e);
        } catch (MalformedTemplateNameException e) {
            throw fault(e.getTemplateName(), 1, 1, "not a template's name: " + e.getTemplateName(), page, e);
        } catch (PageText.TooLongException e) {
            throw fault(templateName, 1, 1, e.getMessage(), page, e);
        } catch (IOException e) {
            throw new RenderingException("can't read the template " + templateName, e);
        } catch (StackOverflowError e) {
            throw fault(templateName, 1, 1, "a macro or an included template calls itself endlessly", page, e);
        }
    }

    /// @param line   null or not positive when it isn't known
    /// @param column null or not positive when it isn't known
    private static RenderingException fault(
            @Nullable String template, @Nullable Integer line, @Nullable Integer column, @Nullable String message,
            String page, Throwable cause) {
        return new RenderingException(new TemplateFault(template == null ? "" : template, oneAtLeast(line),
            oneAtLeast(column), firstLine(message), page, cause));
    }

    private static int oneAtLeast(@Nullable Integer number) {
        return number == null ? 1 : Math.max(1, number);
    }

    /// FreeMarker's first sentence; what follows are tips and a stack of templates.
    private static String firstLine(@Nullable String message) {
        String line = message == null ? "" : message.strip().lines().findFirst().orElse("").strip();
        String sentence = line.endsWith(".") || line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
        return sentence.isEmpty() ? "the template fails" : sentence;
    }
}
