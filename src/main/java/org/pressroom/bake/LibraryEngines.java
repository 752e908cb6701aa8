package org.pressroom.bake;

import org.jbake.app.ContentStore;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.template.AbstractTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.TreeMap;

/// JBake's own template engines whose libraries it leaves to others (Pebble, Thymeleaf, Jade, Groovy), made to work with a
/// library from a jar.
///
/// A class sees what its loader sees, so an engine meets the library of a jar only when it is loaded anew beside it, and
/// with it the class that it extends, whose fields it uses. Such an engine is no `AbstractTemplateEngine` of ours; another,
/// which is, stands before it. All that both pass to each other is shared.
final class LibraryEngines implements AutoCloseable {

    private static final String ANEW = "org\\.jbake\\.template\\.\\w+TemplateEngine(?:\\$.*)?";

    private final Loader loader;

    LibraryEngines(URL[] jars) {
        this.loader = new Loader(jars);
    }

    /// Those whose library is in the jars and not on the class path, by class.
    ///
    /// @param names the classes of JBake's engines
    /// @throws IOException when a library is there in part
    Map<String, AbstractTemplateEngine> of(Iterable<String> names, JBakeConfiguration configuration, ContentStore store) throws IOException {
        Map<String, AbstractTemplateEngine> engines = new TreeMap<>();
        for (String name : names) {
            try {
                if (lacksItsLibrary(name, LibraryEngines.class.getClassLoader()) && !lacksItsLibrary(name, loader)) {
                    engines.put(name, new Front(loader.loadClass(name), configuration, store));
                }
            } catch (ReflectiveOperationException | LinkageError e) {
                Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
                throw new IOException("the template engine " + name + " can't be created: " + cause, e);
            }
        }
        return engines;
    }

    /// Whether the fields and methods of an engine name classes that a loader doesn't find.
    private static boolean lacksItsLibrary(String engine, ClassLoader loader) throws ClassNotFoundException {
        try {
            Class<?> type = Class.forName(engine, false, loader);
            return type.getDeclaredFields().length + type.getDeclaredMethods().length == 0;
        } catch (NoClassDefFoundError e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /// Passes everything on to an engine that was loaded anew.
    private static final class Front extends AbstractTemplateEngine {

        private final Object engine;
        private final Method render;

        Front(Class<?> type, JBakeConfiguration configuration, ContentStore store) throws ReflectiveOperationException {
            super(configuration, store);
            this.engine = type.getConstructor(JBakeConfiguration.class, ContentStore.class).newInstance(configuration, store);
            this.render = type.getMethod("renderDocument", TemplateModel.class, String.class, Writer.class);
        }

        @Override
        public void renderDocument(TemplateModel model, String template, Writer writer) throws RenderingException {
            try {
                render.invoke(engine, model, template, writer);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RenderingException failure ? failure
                    : new RenderingException(new IOException("the template " + template + " fails: " + e.getCause(), e.getCause()));
            } catch (IllegalAccessException e) {
                throw new RenderingException(e);
            }
        }
    }

    private static final class Loader extends URLClassLoader {

        static {
            registerAsParallelCapable();
        }

        Loader(URL[] jars) {
            super("libraries", jars, LibraryEngines.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.matches(ANEW)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : loadedAnew(name);
            }
        }

        private Class<?> loadedAnew(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
