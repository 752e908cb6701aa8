package org.pressroom.search;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.pressroom.meaning.SentenceModel;
import org.pressroom.meaning.SentenceVector;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;

/// What a [SentenceModel] reads of a proposal: three texts, each by itself, of which the beginning counts.
///
/// @param problem  the summary when it has none
/// @param solution what follows, when it has no problem
public record ProposalText(String title, String problem, String solution) {

    /// How long a [#digest] is.
    public static final int DIGEST_BYTES = 32;

    private static final float TITLE_WEIGHT = 0.25f;
    private static final float PROBLEM_WEIGHT = 0.6f;
    private static final float SOLUTION_WEIGHT = 0.15f;
    private static final String SOLUTION = "solution";

    public ProposalText {
        title = SentenceModel.beginning(title);
        problem = SentenceModel.beginning(problem);
        solution = SentenceModel.beginning(solution);
    }

    /// What a document says.
    public static ProposalText of(Document document) {
        String problem = ProblemRecord.problem(document);
        String solution = document.pressRelease().part(PartKind.PROBLEM).isPresent()
            ? document.pressRelease().part(PartKind.SOLUTION).map(Part::text).orElse("") : String.join("\n", Meanings.beginning(document));
        return new ProposalText(Analysis.normal(document.title()), problem, Analysis.normal(solution));
    }

    /// What a document of an index said when that was made.
    ///
    /// @param number of the catalog
    public static ProposalText of(SearchIndex index, int number) throws IOException {
        int document = index.document(number);
        @Nullable String solution = index.reader().storedFields().document(document, Set.of(SOLUTION)).get(SOLUTION);
        return new ProposalText(index.stored(number).title(),
            ProblemRecord.read(index.reader().storedFields(), document).problem(), solution == null ? "" : solution);
    }

    /// What comes with the title and the [ProblemRecord] in the index.
    void addTo(org.apache.lucene.document.Document fields) {
        fields.add(new StoredField(SOLUTION, solution));
        fields.add(new BinaryDocValuesField(IndexFields.DIGEST, new BytesRef(digest())));
    }

    /// SHA-256 of the three texts.
    public byte[] digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String text : texts()) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha.update(bytes);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private List<String> texts() {
        return List.of(title, problem, solution);
    }

    /// The sum of what a model makes of the three, each with its weight. Empty ones leave theirs to the others.
    public SentenceVector vector(SentenceModel model) {
        float[] weights = {TITLE_WEIGHT, PROBLEM_WEIGHT, SOLUTION_WEIGHT};
        float[] sum = new float[SentenceVector.DIMENSIONS];
        float all = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!texts().get(i).isBlank()) {
                float[] vector = model.vector(texts().get(i));
                for (int d = 0; d < sum.length; d++) {
                    sum[d] += weights[i] * vector[d];
                }
                all += weights[i];
            }
        }
        for (int d = 0; d < sum.length && all > 0; d++) {
            sum[d] /= all;
        }
        return SentenceVector.of(sum);
    }
}
