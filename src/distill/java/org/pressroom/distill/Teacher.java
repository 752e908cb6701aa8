package org.pressroom.distill;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// all-MiniLM-L6-v2, quantised: texts to vectors of length 1. The mean of the last layer over all pieces, as the model's makers say.
///
/// Texts are divided as the model learned it (BERT, uncased): signs are pieces too.
final class Teacher implements AutoCloseable {

    static final int DIMENSIONS = 384;

    /// A word, or a sign alone.
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\s\\p{C}]");
    private static final int BEGIN = 101;
    private static final int END = 102;
    private static final int BATCH = 32;
    private static final String UNKNOWN = "[UNK]";
    /// Longer texts are cut; pieces.
    private static final int LONGEST = 254;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Map<String, Integer> numbers = new HashMap<>();

    Teacher() throws IOException, OrtException {
        try (InputStream model = resource("/all-minilm-l6-v2-q.onnx")) {
            session = environment.createSession(model.readAllBytes(), new OrtSession.SessionOptions());
        }
        for (String piece : vocabulary()) {
            numbers.put(piece, numbers.size());
        }
    }

    /// The model's own pieces, each at its number.
    static List<String> vocabulary() throws IOException {
        try (InputStream file = resource("/all-minilm-l6-v2-q-tokenizer.json")) {
            JsonNode numbers = new ObjectMapper().readTree(file).at("/model/vocab");
            String[] pieces = new String[numbers.size()];
            numbers.properties().forEach(piece -> pieces[piece.getValue().asInt()] = piece.getKey());
            return List.of(pieces);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Teacher.class.getResourceAsStream(name), name);
    }

    /// The vectors of texts.
    float[][] ofTexts(List<String> texts) throws OrtException {
        return vectors(texts.stream().map(this::pieces).toList());
    }

    private int[] pieces(String text) {
        List<Integer> found = new ArrayList<>();
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        Matcher words = WORD.matcher(plain);
        while (words.find()) {
            divide(words.group(), found);
        }
        return found.stream().limit(LONGEST).mapToInt(Integer::intValue).toArray();
    }

    private void divide(String word, List<Integer> found) {
        List<Integer> pieces = new ArrayList<>();
        for (int from = 0; from < word.length(); ) {
            int to = word.length();
            while (to > from && !numbers.containsKey((from == 0 ? "" : "##") + word.substring(from, to))) {
                to--;
            }
            if (to == from) {
                found.add(numbers.get(UNKNOWN));
                return;
            }
            pieces.add(numbers.get((from == 0 ? "" : "##") + word.substring(from, to)));
            from = to;
        }
        found.addAll(pieces);
    }

    /// @param texts pieces of each, by the model's own numbers
    float[][] vectors(List<int[]> texts) throws OrtException {
        float[][] vectors = new float[texts.size()][];
        List<Integer> byLength = IntStream.range(0, vectors.length).boxed()
            .sorted(Comparator.comparingInt(i -> texts.get(i).length)).toList();
        for (int from = 0; from < vectors.length; from += BATCH) {
            List<Integer> batch = byLength.subList(from, Math.min(vectors.length, from + BATCH));
            int width = texts.get(batch.getLast()).length + 2;
            long[] pieces = new long[batch.size() * width];
            long[] mask = new long[pieces.length];
            for (int j = 0; j < batch.size(); j++) {
                int[] text = texts.get(batch.get(j));
                pieces[j * width] = BEGIN;
                for (int i = 0; i < text.length; i++) {
                    pieces[j * width + 1 + i] = text[i];
                }
                pieces[j * width + 1 + text.length] = END;
                Arrays.fill(mask, j * width, j * width + text.length + 2, 1);
            }
            long[] shape = {batch.size(), width};
            try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
                    OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                    OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[pieces.length]), shape);
                    OrtSession.Result result = session.run(
                        Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
                float[][][] layer = (float[][][]) result.get(0).getValue();
                for (int j = 0; j < batch.size(); j++) {
                    vectors[batch.get(j)] = mean(layer[j], texts.get(batch.get(j)).length + 2);
                }
            }
        }
        return vectors;
    }

    private static float[] mean(float[][] layer, int count) {
        float[] mean = new float[DIMENSIONS];
        for (int i = 0; i < count; i++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                mean[d] += layer[i][d];
            }
        }
        return Vectors.unit(mean);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
