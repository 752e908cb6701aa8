package org.pressroom.bake;

import org.jbake.app.ContentStore;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.render.RenderingTool;
import org.jbake.template.AbstractTemplateEngine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// What jars of the command line add to a baking: rendering tools, template engines, templates in whatever language an
/// engine takes. Their code runs as Pressroom's own does, so none ever comes from an archive.
///
/// JBake looks for engines on its own class path alone; those of a jar are made here, by the same properties file, and so
/// are JBake's own whose library is in a jar.
final class Extensions implements AutoCloseable {

    private static final String ENGINES = "META-INF/org.jbake.parser.TemplateEngines.properties";
    private static final String JBAKE = "org.jbake.";
    private static final String TEMPLATES = "templates/";

    private final List<Path> jars;
    private final URLClassLoader loader;
    private final LibraryEngines libraries;

    private Extensions(List<Path> jars, URL[] urls) {
        this.jars = jars;
        this.loader = new URLClassLoader("jars", urls, Extensions.class.getClassLoader());
        this.libraries = new LibraryEngines(urls);
    }

    static Extensions open(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return new Extensions(jars, urls);
    }

    /// Templates by name; of two with one name the first jar's.
    Map<String, byte[]> templates() throws IOException {
        Map<String, byte[]> templates = new TreeMap<>();
        for (Path path : jars) {
            try (JarFile jar = new JarFile(path.toFile())) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    String name = entry.getName();
                    if (name.startsWith(TEMPLATES) && !entry.isDirectory() && !name.contains("..")) {
                        try (InputStream in = jar.getInputStream(entry)) {
                            templates.putIfAbsent(name.substring(TEMPLATES.length()), in.readAllBytes());
                        }
                    }
                }
            } catch (IOException e) {
                throw new IOException("can't read the jar " + path + ": " + e.getMessage(), e);
            }
        }
        return templates;
    }

    /// The rendering tools of Pressroom, of JBake and of the jars.
    List<ServiceLoader.Provider<RenderingTool>> tools() {
        return ServiceLoader.load(RenderingTool.class, loader).stream().toList();
    }

    /// The engines of the jars, then JBake's own that work with the jars' libraries, by the ending of their templates.
    Map<String, AbstractTemplateEngine> engines(JBakeConfiguration configuration, ContentStore store) {
        Map<String, AbstractTemplateEngine> engines = new HashMap<>();
        if (jars.isEmpty()) {
            return engines;
        }
        try {
            for (Map.Entry<String, String> engine : named(loader.findResources(ENGINES)).entrySet()) {
                put(engines, engine.getValue(), engine(engine.getKey(), configuration, store));
            }
            Map<String, String> ofJBake = named(AbstractTemplateEngine.class.getClassLoader().getResources(ENGINES));
            ofJBake.keySet().removeIf(name -> !name.startsWith(JBAKE));
            libraries.of(ofJBake.keySet(), configuration, store).forEach((name, engine) -> put(engines, ofJBake.getOrDefault(name, ""), engine));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the template engines of a jar: " + e.getMessage(), e);
        }
        return engines;
    }

    /// Endings, with commas between, by the class of the engine.
    private static Map<String, String> named(Enumeration<URL> files) throws IOException {
        Map<String, String> engines = new TreeMap<>();
        for (URL file : Collections.list(files)) {
            Properties names = new Properties();
            try (InputStream in = file.openStream()) {
                names.load(in);
            }
            names.stringPropertyNames().forEach(name -> engines.putIfAbsent(name, names.getProperty(name)));
        }
        return engines;
    }

    private static void put(Map<String, AbstractTemplateEngine> engines, String endings, AbstractTemplateEngine engine) {
        for (String ending : endings.split(",")) {
            engines.putIfAbsent(ending.strip(), engine);
        }
    }

    private AbstractTemplateEngine engine(String name, JBakeConfiguration configuration, ContentStore store) throws IOException {
        try {
            return loader.loadClass(name).asSubclass(AbstractTemplateEngine.class)
                .getConstructor(JBakeConfiguration.class, ContentStore.class).newInstance(configuration, store);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new IOException("the template engine " + name + " can't be created: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        libraries.close();
        loader.close();
    }
}
