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
/// JBake looks for engines on its own class path alone; those of a jar are made here, by the same properties file.
final class Extensions implements AutoCloseable {

    private static final String ENGINES = "META-INF/org.jbake.parser.TemplateEngines.properties";
    private static final String TEMPLATES = "templates/";

    private final List<Path> jars;
    private final URLClassLoader loader;

    private Extensions(List<Path> jars, URLClassLoader loader) {
        this.jars = jars;
        this.loader = loader;
    }

    static Extensions open(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return new Extensions(jars, new URLClassLoader("jars", urls, Extensions.class.getClassLoader()));
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

    /// The engines of the jars, by the ending of their templates.
    Map<String, AbstractTemplateEngine> engines(JBakeConfiguration configuration, ContentStore store) {
        Map<String, AbstractTemplateEngine> engines = new HashMap<>();
        try {
            for (URL file : Collections.list(loader.findResources(ENGINES))) {
                Properties names = new Properties();
                try (InputStream in = file.openStream()) {
                    names.load(in);
                }
                for (String name : names.stringPropertyNames()) {
                    AbstractTemplateEngine engine = engine(name, configuration, store);
                    for (String ending : names.getProperty(name).split(",")) {
                        engines.putIfAbsent(ending.strip(), engine);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the template engines of a jar: " + e.getMessage(), e);
        }
        return engines;
    }

    private AbstractTemplateEngine engine(String name, JBakeConfiguration configuration, ContentStore store) throws IOException {
        try {
            return loader.loadClass(name).asSubclass(AbstractTemplateEngine.class)
                .getConstructor(JBakeConfiguration.class, ContentStore.class).newInstance(configuration, store);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new IOException("the template engine " + name + " can't be made: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
