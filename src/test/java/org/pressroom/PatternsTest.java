package org.pressroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Every regular expression that a class holds, or gives as a literal to a method that takes one, is read in steps that grow as the text does, whatever the text is made of: none goes back
/// and forth over it, and none recurses for each round of a loop.
///
/// Pieces are taken from the pattern itself, a beginning is put before many of one piece, and reads of characters are counted.
class PatternsTest {

    private static final int SHORT = 2_500;
    /// Reads for each character that no linear pattern here needs.
    private static final int READS_PER_CHARACTER = 400;
    private static final int DEEP = 40_000;
    private static final int PATTERNS_AT_LEAST = 60;

    /// Patterns that only see short texts, and why.
    private static final Map<String, String> SHORT_TEXTS = Map.ofEntries(
        Map.entry("config.ConfigurationKeys.FOLDER", "a text of the configuration has at most 1,000 characters"),
        Map.entry("config.ConfigurationKeys.FILE", "a text of the configuration has at most 1,000 characters"),
        Map.entry("config.UrlPattern.FORM", "a text of the configuration has at most 1,000 characters"),
        Map.entry("parse.Labels.NUMBERING", "a label has at most 120 characters"),
        Map.entry("parse.QuestionText.BARE", "texts of 20 characters and more are not asked"));

    /// Patterns that are only asked whether a text matches from its beginning.
    private static final Set<String> FROM_THE_BEGINNING = Set.of("build.ConfigurationFile.NEARLY", "build.PictureHeader.PIXELS", "config.Shapes$Whole.ABOVE_ZERO", "config.Shapes$Whole.FORM",
        "git.BasisFiles.DESCRIBED", "git.CloneAddress.ANY", "git.CloneAddress.SHORT", "git.Ident.NAME_AND_MAIL", "git.Ident.TIME", "git.Mailmap.LINE",
        "parse.FrontMatter.JBAKE_KEY", "parse.FrontMatter.YAML_KEY", "parse.HeaderLines.METADATA", "parse.Urls.SCHEME",
        "publish.Publisher.HASHED",
        "rules.MetaTitleMismatch.FORM");

    private static final Set<String> TAKING = Set.of("java/lang/String.replaceAll", "java/lang/String.replaceFirst", "java/lang/String.matches", "java/lang/String.split",
        "java/util/regex/Pattern.compile", "java/util/regex/Pattern.matches");
    /// Stands behind a literal that is only asked whether it matches from the beginning.
    private static final String BEGINNING = " (from the beginning)";
    private static final int INLINE_AT_LEAST = 40;

    private static final List<String> GENERAL = List.of("a", " ", "a ", "\n", "A", "1", "-", ".", "é", "課", "a.", "1.", "- ", "| ", "a@", "a/", "[", "<", "\u2028", "\t", "\"");

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> patterns = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.pressroom")) {
            for (JavaField field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Pattern.class) && field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)) {
                    patterns.put(field.getFullName().replaceFirst("^org\\.pressroom\\.", ""), value(field.reflect()));
                }
            }
        }
        return patterns;
    }

    /// Literals that are given to a method which takes a regular expression, by their class and method. What may be one or what replaces
    /// it is taken for one; that is harmless.
    private static Map<String, Pattern> inline() {
        Map<String, Pattern> patterns = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.pressroom")) {
            for (MethodModel method : model(type).methods()) {
                if (!method.methodName().equalsString("<clinit>")) {
                    literals(method).forEach((literal, anywhere) ->
                        patterns.put((type.getFullName() + "." + method.methodName().stringValue() + " " + literal + (anywhere ? "" : BEGINNING)).replaceFirst("^org\\.pressroom\\.", ""), Pattern.compile(literal)));
                }
            }
        }
        return patterns;
    }

    private static ClassModel model(JavaClass type) {
        try {
            return ClassFile.of().parse(Path.of(type.getSource().orElseThrow().getUri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return whether each is looked for anywhere in a text
    private static Map<String, Boolean> literals(MethodModel method) {
        Map<String, Boolean> found = new TreeMap<>();
        Deque<String> loaded = new ArrayDeque<>();
        for (CodeElement element : method.code().map(CodeModel::elementList).orElse(List.of())) {
            if (element instanceof ConstantInstruction constant && constant.constantValue() instanceof String text) {
                loaded.push(text);
            } else if (element instanceof InvokeInstruction call && TAKING.contains(call.owner().asInternalName() + "." + call.name().stringValue())) {
                int operands = call.typeSymbol().parameterCount() == 2 && call.name().stringValue().startsWith("replace") ? 2 : 1;
                loaded.stream().limit(operands).filter(PatternsTest::compiles).forEach(text -> found.merge(text, !call.name().equalsString("matches"), Boolean::logicalOr));
                loaded.clear();
            }
        }
        return found;
    }

    private static boolean compiles(String text) {
        try {
            return Pattern.compile(text).pattern().equals(text);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Pattern value(Field field) {
        try {
            field.setAccessible(true);
            return (Pattern) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /// Words and marks that occur in a pattern, and what stands for its classes.
    private static Set<String> pieces(Pattern pattern) {
        Set<String> pieces = new LinkedHashSet<>();
        Matcher word = Pattern.compile("\\p{L}{2,}|https?://|<!--|-->|\\\\?[^\\p{L}\\p{N}\\s\\\\]").matcher(pattern.pattern());
        while (word.find()) {
            pieces.add(word.group().replace("\\", ""));
        }
        return pieces;
    }

    private static List<String> texts(Pattern pattern, int length) {
        Set<String> pieces = pieces(pattern);
        Set<String> beginnings = new LinkedHashSet<>(pieces);
        beginnings.addAll(List.of("", "a", "A ", "1", "# ", "- a", "> a", "| a", "Q"));
        Set<String> repeated = new LinkedHashSet<>(pieces);
        repeated.addAll(GENERAL);
        List<String> texts = new ArrayList<>();
        for (String beginning : beginnings) {
            for (String piece : repeated) {
                texts.add(beginning + piece.repeat(length / piece.length()) + "!\u2028");
            }
        }
        return texts;
    }

    /// @throws CountedText.TooManyReadsException when it goes back and forth
    private static void read(Pattern pattern, String text, boolean anywhere) {
        long most = (long) READS_PER_CHARACTER * text.length();
        CountedText found = new CountedText(text, most);
        Matcher matcher = pattern.matcher(found);
        while (anywhere && matcher.find()) {
            assertTrue(matcher.end() >= matcher.start());
        }
        assertTrue(pattern.matcher(new CountedText(text, most)).matches() || pattern.matcher(new CountedText(text, most)).lookingAt() || most > 0);
    }

    /// The names of those that go beyond the reads, with the text that they do it on.
    private static List<String> slow(Map<String, Pattern> patterns) {
        List<String> slow = new ArrayList<>();
        patterns.forEach((name, pattern) -> {
            for (String text : texts(pattern, SHORT)) {
                try {
                    read(pattern, text, !FROM_THE_BEGINNING.contains(name) && !name.endsWith(BEGINNING));
                } catch (CountedText.TooManyReadsException | StackOverflowError e) {
                    slow.add(name + " on " + text.substring(0, 24) + "…: " + e);
                    return;
                }
            }
        });
        return slow;
    }

    @Test
    void noneReadsATextAgainAndAgain() {
        Map<String, Pattern> patterns = patterns();
        assertTrue(patterns.size() >= PATTERNS_AT_LEAST, patterns.size() + " patterns");
        assertTrue(patterns.keySet().containsAll(SHORT_TEXTS.keySet()), "a pattern that is excused does not exist");
        patterns.keySet().removeAll(SHORT_TEXTS.keySet());
        assertEquals(List.of(), slow(patterns));
    }

    @Test
    void noLiteralReadsATextAgainAndAgain() {
        Map<String, Pattern> patterns = inline();
        assertTrue(patterns.size() >= INLINE_AT_LEAST, patterns.size() + " literals");
        assertEquals(List.of(), slow(patterns));
    }

    @Test
    void noneRecursesForEachRoundOfALoop() throws InterruptedException {
        Map<String, Pattern> patterns = patterns();
        patterns.keySet().removeAll(SHORT_TEXTS.keySet());
        assertEquals(List.of(), deep(patterns));
        assertEquals(1, deep(Map.of("deep", Pattern.compile("(?:\\.[\\w-]+)+|1"))).size(), "the measure finds what it is there for");
    }

    /// The names of those that need a deep stack, with the text that they need it on.
    private static List<String> deep(Map<String, Pattern> patterns) throws InterruptedException {
        List<String> deep = new ArrayList<>();
        Thread small = new Thread(null, () -> patterns.forEach((name, pattern) -> {
            for (String piece : pieces(pattern)) {
                for (String more : List.of("", "a", "1", "a/")) {
                    String text = (piece + more).repeat(DEEP / (piece.length() + more.length()));
                    try {
                        CountedText counted = new CountedText(text, 4L * READS_PER_CHARACTER * DEEP);
                        assertTrue(pattern.matcher(counted).lookingAt() || counted.reads() >= 0);
                    } catch (StackOverflowError e) {
                        deep.add(name + " on " + text.substring(0, 12) + "…");
                        return;
                    }
                }
            }
        }), "small stack", 512 << 10);
        small.start();
        small.join();
        return deep;
    }

    /// The measure finds what it is there for.
    @ParameterizedTest
    @ValueSource(strings = {"[\\s:|-]*-[\\s:|-]*", "<!--(.*?)-->", "\\s*\\(@", "\\s*([^<>]*?)\\s*<([^<>]*)>\\s*"})
    void patternsThatGoBackAndForthAreFound(String pattern) {
        assertEquals(1, slow(Map.of("slow", Pattern.compile(pattern, Pattern.DOTALL))).size());
    }
}
