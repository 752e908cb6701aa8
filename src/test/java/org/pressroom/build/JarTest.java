package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Templates of other JBake engines, engines and rendering tools: from a jar of the command line, and from nowhere else.
class JarTest {

    private static final String TOOL = """
        package shop;

        import org.jbake.app.ContentStore;
        import org.jbake.app.Renderer;
        import org.jbake.app.configuration.JBakeConfiguration;
        import org.jbake.model.DocumentModel;
        import org.jbake.render.RenderingTool;
        import org.jbake.template.RenderingException;

        public final class Count implements RenderingTool {
            @Override
            public int render(Renderer renderer, ContentStore store, JBakeConfiguration config) throws RenderingException {
                DocumentModel page = new DocumentModel();
                page.setType("count");
                page.setUri("count.txt");
                page.put("titles", store.getPublishedContent("idea").get(0).getTitle() + ", " + store.getPublishedCount("idea"));
                try {
                    renderer.render(page);
                } catch (Exception e) {
                    throw new RenderingException(e);
                }
                return 1;
            }

            @Override
            @Deprecated
            public int render(Renderer renderer, ContentStore store, java.io.File destination, java.io.File templates,
                    org.apache.commons.configuration2.CompositeConfiguration config) {
                throw new UnsupportedOperationException();
            }
        }
        """;

    private static final String ENGINE = """
        package shop;

        import org.jbake.app.ContentStore;
        import org.jbake.app.configuration.JBakeConfiguration;
        import org.jbake.template.AbstractTemplateEngine;
        import org.jbake.template.RenderingException;
        import org.jbake.template.model.TemplateModel;

        public final class Loud extends AbstractTemplateEngine {
            public Loud(JBakeConfiguration config, ContentStore store) {
                super(config, store);
            }

            @Override
            public void renderDocument(TemplateModel model, String template, java.io.Writer writer) throws RenderingException {
                try {
                    String text = java.nio.file.Files.readString(config.getTemplateFolder().toPath().resolve(template));
                    writer.write(text.toUpperCase(java.util.Locale.ROOT).replace("TITLES", String.valueOf(model.getContent().get("titles"))));
                } catch (java.io.IOException e) {
                    throw new RenderingException(e);
                }
            }
        }
        """;

    private static final Map<String, String> FILES = Map.of(
        "META-INF/services/org.jbake.render.RenderingTool", "shop.Count\n",
        "META-INF/org.jbake.parser.TemplateEngines.properties", "shop.Loud=loud\n",
        "templates/count.loud", "ideas: titles",
        "templates/404.ftl", "<p>Not here: ${content.page.title}</p>");

    private static Path jar(Path home) throws IOException {
        Path sources = Files.createDirectories(home.resolve("sources/shop"));
        Files.writeString(sources.resolve("Count.java"), TOOL);
        Files.writeString(sources.resolve("Loud.java"), ENGINE);
        Path classes = Files.createDirectories(home.resolve("classes"));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", classes.toString(), "-cp",
            System.getProperty("java.class.path"), sources.resolve("Count.java").toString(), sources.resolve("Loud.java").toString()));
        Map<String, byte[]> entries = new TreeMap<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            entries.put(file.getKey(), file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        Path jar = home.resolve("shop.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    @Test
    void aJarBringsATemplateAnEngineAndATool() throws IOException {
        try (Site site = Site.of(SiteBuildTest.KEYS)) {
            CommandLineRun run = site.build("--jar", jar(site.home()).toString());
            assertEquals(0, run.code(), run.err());
            assertEquals("<p>Not here: Not found</p>", site.page("404.html"));
            assertTrue(site.page("count.txt").matches("IDEAS: .+, 1"), site.page("count.txt"));
            assertTrue(site.page("index.html").contains("<main"));
            assertEquals(0, site.build().code());
            assertFalse(site.files().containsKey("count.txt"));
        }
    }

    @Test
    void aTemplateOfTheArchiveStandsBeforeAJars() throws IOException {
        try (Site site = Site.of(SiteBuildTest.KEYS + "-- templates/404.ftlh --\n<p>Ours</p>")) {
            assertEquals(0, site.build("--jar", jar(site.home()).toString()).code());
            assertEquals("<p>Ours</p>", site.page("404.html").strip());
        }
    }

    @Test
    void nothingOfTheArchiveIsRun() throws IOException {
        try (Site site = Site.of(SiteBuildTest.KEYS)) {
            byte[] jar = Files.readAllBytes(jar(site.home()));
            for (String place : List.of("shop.jar", "templates/shop.jar", "content/shop.jar", "assets/shop.jar")) {
                site.write(place, jar);
            }
            site.build();
            assertFalse(site.files().containsKey("count.txt"));
        }
    }

    @Test
    void whatIsNoJarIsRefused() {
        try (Site site = Site.of(SiteBuildTest.KEYS)) {
            CommandLineRun run = site.build("--jar", "no-such.jar");
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().contains("--jar no-such.jar is no file"), run.err());
        }
    }
}
