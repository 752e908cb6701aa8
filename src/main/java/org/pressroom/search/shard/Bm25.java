package org.pressroom.search.shard;

/// Lucene's BM25 (k1 1.2, b 0.75), float for float: what `BM25Similarity` of Lucene 10 computes, in its order of
/// operations.
///
/// Immutable; safe for several threads.
public final class Bm25 {

    private static final float K1 = 1.2f;
    private static final float B = 0.75f;

    private final int documents;
    private final float[] normInverse = new float[256];

    public Bm25(FieldStatistics field) {
        documents = field.documents();
        float average = (float) (field.sumTotalTermFreq() / (double) field.documents());
        for (int norm = 0; norm < 256; norm++) {
            normInverse[norm] = 1f / (K1 * ((1 - B) + B * length(norm) / average));
        }
    }

    /// How much a term tells that `df` documents hold.
    ///
    /// The logarithm is fdlibm's, so that it is the same in every runtime; the platform's own may differ in the last
    /// bit of a double, which the cast hides in all but one of 2^29 cases.
    public float idf(int df) {
        return (float) StrictMath.log(1 + (documents - df + 0.5) / (df + 0.5));
    }

    /// The score of one term in one document.
    ///
    /// @param weight how often the query names the term, times its idf, as a float product
    /// @param norm   the document's length as Lucene encodes it, 0–255
    public float score(float weight, int frequency, int norm) {
        return weight - weight / (1f + frequency * normInverse[norm]);
    }

    /// The length that a norm stands for: Lucene's `SmallFloat.byte4ToInt`.
    static int length(int norm) {
        int small = norm - 24;
        return small < 8 ? norm : 24 + ((small & 7 | 8) << (small >>> 3) - 1);
    }
}
