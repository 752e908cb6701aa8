package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.ChildProcess;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            entries.put(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        try (Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return jar(home.resolve("shop.jar"), entries);
    }

    private static Path jar(Path jar, Map<String, byte[]> entries) throws IOException {
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

    /// JBake has the engine, and neither JBake nor Pressroom the library.
    @Test
    void anEngineOfJBakesWorksWithItsLibraryInAJar() throws Exception {
        List<String> classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        List<String> library = classPath.stream().filter(entry -> entry.matches(".*\\b(?:pebble|unbescape)-[\\w.]+\\.jar")).toList();
        assertEquals(2, library.size(), library.toString());
        try (Site site = Site.of(SiteBuildTest.KEYS)) {
            Path templates = jar(site.home().resolve("templates.jar"), Map.of("templates/404.peb",
                "{% if content.page.address is not empty %}<p>{{ content.page.title | upper }}: {{ content.page.address }}</p>{% endif %}".getBytes(StandardCharsets.UTF_8)));
            List<String> command = new ArrayList<>(ChildProcess.command(site.home(), "org.pressroom.cli.Main", "build", "--quiet",
                "-o", site.output().toString(), "--jar", templates.toString()));
            command.set(command.indexOf("-cp") + 1, String.join(File.pathSeparator, classPath.stream().filter(entry -> !library.contains(entry)).toList()));
            List<String> withLibrary = new ArrayList<>(command);
            library.forEach(jar -> withLibrary.addAll(List.of("--jar", jar)));
            List<String> withHalf = new ArrayList<>(command);
            withHalf.addAll(List.of("--jar", library.stream().filter(jar -> jar.contains("pebble-")).findFirst().orElseThrow()));

            assertEquals(0, ends(site, withLibrary), () -> read(site.home().resolve("printed")));
            assertEquals("<p>NOT FOUND: 404.html</p>", site.page("404.html"));
            assertEquals(3, ends(site, withHalf));
            assertTrue(read(site.home().resolve("printed")).contains("org.jbake.template.PebbleTemplateEngine can't be created"), read(site.home().resolve("printed")));
            assertEquals(3, ends(site, command));
            assertTrue(read(site.home().resolve("printed")).contains("its template 404.peb is empty, or no template engine handles it"),
                read(site.home().resolve("printed")));
        }
    }

    private static int ends(Site site, List<String> command) throws Exception {
        List<String> whole = new ArrayList<>(command);
        whole.add(site.archive().toString());
        return ChildProcess.start(site.home(), whole).waitFor();
    }

    /// The port is taken, so that the command ends once it has made the site.
    @Test
    void thePreviewIsMadeWithAJarToo() throws IOException {
        try (Site site = Site.of(SiteBuildTest.KEYS); ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLineRun run = site.run("serve", "--port", String.valueOf(taken.getLocalPort()), "--jar", jar(site.home()).toString(),
                site.archive().toString());
            assertEquals(3, run.code(), run.err());
            try (Stream<Path> files = Files.walk(site.home().resolve("cache"))) {
                assertEquals(List.of("<p>Not here: Not found</p>"), files.filter(file -> file.endsWith("preview/404.html")).map(JarTest::read).toList());
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "serve"})
    void whatIsNoJarIsRefused(String command) {
        try (Site site = Site.of(SiteBuildTest.KEYS)) {
            CommandLineRun run = site.run(command, "--jar", "no-such.jar", site.archive().toString());
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().contains("--jar no-such.jar is not a file"), run.err());
        }
    }
}
