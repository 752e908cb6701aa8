package org.pressroom.sentence;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import org.pressroom.meaning.SentenceModel;
import org.pressroom.meaning.SentenceVector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// all-MiniLM-L6-v2, quantised, as langchain4j packs it. Of a text it reads the first 126 pieces of words. Safe for several threads.
///
/// Each call runs on its caller's thread alone, so callers use as many cores as they have threads. Texts are read one by one: the
/// model's numbers are rounded by what is read together, and one text shall have one vector.
public final class MiniLm implements SentenceModel {

    /// The library's version, since its model or what divides texts may change with it.
    private static final String NAME = "all-minilm-l6-v2-q 1.20.0-beta30";
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public float[] vector(String text) {
        float[] vector = Loaded.model().embed(text).content().vector();
        if (vector.length != SentenceVector.DIMENSIONS) {
            throw new IllegalStateException(NAME + " has " + vector.length + " dimensions");
        }
        return vector;
    }

    /// Read when it is first needed: kept vectors do without.
    private static final class Loaded {

        private static final Object MODEL_OR_FAILURE = load();

        static OneThread model() {
            return switch (MODEL_OR_FAILURE) {
                case OneThread model -> model;
                case UncheckedIOException failure -> throw failure;
                default -> throw new IllegalStateException(MODEL_OR_FAILURE.toString());
            };
        }

        private static Object load() {
            keepToItself();
            try (InputStream model = resource(MODEL); InputStream tokenizer = resource(TOKENIZER);
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession session = environment.createSession(model.readAllBytes(), options);
                return new OneThread(new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN));
            } catch (OrtException | IOException | RuntimeException | LinkageError e) {
                return new UncheckedIOException("the sentence model doesn't run here (" + System.getProperty("os.name") + ", "
                    + System.getProperty("os.arch") + "): " + cause(e) + "; do without --semantic model", new IOException(e));
            }
        }

        /// The library that divides texts would ask where it runs, look for graphics cards, and keep its native part in the home folder.
        private static void keepToItself() {
            setUnlessSet("ai.djl.offline", "true");
            setUnlessSet("OPT_OUT_TRACKING", "true");
            setUnlessSet("RUST_FLAVOR", "cpu");
            try {
                Path folder = Path.of(MiniLm.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolveSibling("native");
                if (Files.isWritable(Objects.requireNonNull(folder.getParent()))) {
                    setUnlessSet("ENGINE_CACHE_DIR", folder.toString());
                }
            } catch (URISyntaxException e) {
                throw new IllegalStateException("a jar without a place", e);
            }
        }

        private static void setUnlessSet(String property, String value) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        }

        private static String cause(Throwable e) {
            Throwable last = e;
            while (last.getCause() != null) {
                last = last.getCause();
            }
            return last.getMessage() == null ? last.toString() : last.getMessage();
        }

        private static InputStream resource(String name) throws IOException {
            InputStream resource = MiniLm.class.getResourceAsStream(name);
            if (resource == null) {
                throw new IOException(name + " is not on the class path");
            }
            return resource;
        }
    }

    /// The library's own model uses all cores for each text.
    private static final class OneThread extends AbstractInProcessEmbeddingModel {

        private final OnnxBertBiEncoder encoder;

        OneThread(OnnxBertBiEncoder encoder) {
            super(Runnable::run);
            this.encoder = encoder;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        @Override
        protected Integer knownDimension() {
            return SentenceVector.DIMENSIONS;
        }
    }
}
