package org.pressroom.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The keys of `pressroom.yaml`: the one place where they are named. [ConfigurationReader] reads through them, and the
/// published JSON Schema is written from them, so a key that is added here is in both.
final class ConfigurationKeys {

    static final List<String> LEVELS = List.of("error", "warning", "info", "off");

    static final Key<YamlValue.Scalar> NAME = new Key<>("name", Shape.text(), "The name of the site, in its header and in titles.");
    static final Key<YamlValue.Scalar> TAGLINE = new Key<>("tagline", Shape.text(), "One sentence on the home page.");
    static final Key<YamlValue.Scalar> LANGUAGE = new Key<>("language", Shape.proposing(SiteSettings.LANGUAGES),
        "The language of the interface: en, de, ja, or that of a file messages/messages_LANGUAGE.properties of the archive. Default: en.");
    static final Key<List<YamlValue.Scalar>> MENU = new Key<>("menu", Shape.listOf(Shape.oneOf("a page of the header", SiteSettings.MENU)),
        "The pages that the header leads to besides Ideas and Browse, in this order. Default: board, timeline, insights, people, tried. "
            + "What has nothing to show is left out.");
    static final Key<Boolean> INDEX = new Key<>("index", Shape.truth(), "Whether search engines may list the site. Default: false.");

    /// Names without a backslash, none of them empty, `.` or `..`.
    private static final Pattern FOLDER =
        Pattern.compile("\\.|(?:(?!\\.{1,2}(?:/|$))[^/\\\\]+/)*(?!\\.{1,2}(?:/|$))[^/\\\\]+/?");
    private static final Pattern FILE = Pattern.compile("(?:(?!\\.{1,2}(?:/|$))[^/\\\\]+/)*(?!\\.{1,2}$)[^/\\\\]+");
    static final Key<YamlValue.Scalar> CONTENT = new Key<>("content",
        Shape.text(FOLDER, "the content folder `{}` is not inside the archive",
            "write a path relative to the archive's root, such as `content` or `docs/ideas`"),
        "The folder of the documents, below the archive's root. Default: content when there is one, else the root.");
    static final Key<YamlValue.Scalar> BASELINE = new Key<>("baseline",
        Shape.text(FILE, "the baseline `{}` is not inside the archive",
            "write a path relative to the archive's root, such as `pressroom-baseline.json`"),
        "The file of findings that do not count, below the archive's root. `check --write-baseline` makes it.");
    private static final Shape<YamlValue.Scalar> ADDRESS = Shape.text(UrlPattern.FORM, "`{}` is not a pattern of web addresses",
        "write http:// or https://, a host, and {path} where the file's path goes; {ref} stands for the branch, tag or commit");
    static final Key<YamlValue.Scalar> SOURCE_URL = new Key<>("source-url", ADDRESS,
        "Where a document's file can be read at the archive's host: https://git.example.com/ideas/blob/main/{path}.");
    static final Key<YamlValue.Scalar> EDIT_URL = new Key<>("edit-url", ADDRESS, "Where a document's file can be changed, with {path}.");
    static final Key<YamlValue.Scalar> HISTORY_URL = new Key<>("history-url", ADDRESS,
        "Where the history of a document's file can be seen, with {path}.");
    static final Key<YamlValue.Scalar> LOGO = new Key<>("logo",
        Shape.text(FILE, "the logo `{}` is not inside the archive", "write a path relative to the archive's root, such as `assets/logo.svg`"),
        "The picture in the site's header, a path below the archive's root.");
    static final Key<YamlValue.Scalar> RECOGNISER = new Key<>("recogniser",
        Shape.text(FILE, "the weights `{}` are not inside the archive", "write a path relative to the archive's root, such as `weights.txt`"),
        "The file of weights by which parts of a press release are recognised that nothing names, below the archive's root: learned from documents "
            + "like yours. Default: what Pressroom learned.");
    static final Key<List<PathGlob>> EXCLUDE = new Key<>("exclude", Shape.present(Shape.globs()),
        "Patterns of paths below the content folder to leave out. A folder is left out with everything in it.");

    static final Key<Boolean> KEEP_IMAGE_METADATA = new Key<>("keep-image-metadata", Shape.truth(),
        "Whether pictures are published with what their camera and editors noted, such as the place and the author. Default: false.");
    static final Key<YamlValue.Scalar> DRAFTS = new Key<>("drafts", Shape.present(Shape.oneOf("a way to handle drafts", List.of("show", "hide"))),
        "hide: documents whose status is draft leave no trace on the site. Default: show.");
    static final Key<YamlValue.Scalar> LOCATION = new Key<>("location", Shape.text(),
        "A folder or repository, relative to the archive, or an address to clone: https://, ssh:// or file://.");
    static final Key<YamlValue.Scalar> REF = new Key<>("ref", Shape.text(),
        "A commit, branch or tag. Default: what is checked out; of a clone, its main branch.");
    static final Key<List<Shapes.Named<Keys.Values>>> SOURCES = new Key<>("sources", Shape.mapTo(Keys.of(LOCATION, REF, CONTENT)),
        "Further repositories and folders from which the site is made, by name; the name goes before their IDs in addresses.");

    static final Key<YamlValue.Scalar> SINCE = new Key<>("since",
        Shape.text(Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])"), "`{}` is not a date", "write a date as YYYY-MM-DD, such as `2024-01-31`"),
        "The first day from which changes of status are checked, to leave out an imported past. Default: all are checked.");

    /// The words of a vocabulary: a list of them, or a mapping with what is said of each.
    static final class TermKeys {
        final Key<YamlValue.Scalar> as;
        final Key<List<YamlValue.Scalar>> written = new Key<>("written", Shape.listOf(Shape.text()),
            "Other forms that authors write. A final * stands for any further words.");
        final Key<List<YamlValue.Scalar>> next = new Key<>("next", Shape.listOf(Shape.text()),
            "The values that may follow it. An empty list makes it final; without this key any may follow.");
        final Key<YamlValue.Scalar> label = new Key<>("label", Shape.text(), "What readers see.");
        final Key<YamlValue.Scalar> about = new Key<>("about", Shape.text(), "A sentence that explains it.");
        final Key<Keys.Values> colour = new Key<>("colour", Shape.textOr(HEX.as(TermKeys::both), SHADES),
            "The colour of its badge, #rrggbb; as {light: …, dark: …} one each for light and dark pages.");
        final Shape<List<Shapes.Named<Keys.Values>>> shape;
        final Key<List<Shapes.Named<Keys.Values>>> key;

        TermKeys(String name, String noun, List<String> standard, String about) {
            this.as = new Key<>("as", Shape.oneOf((noun.equals("outcome") ? "an " : "a ") + noun + " of a PR/FAQ", standard),
                "The " + noun + " of a PR/FAQ that it stands for: it gets the same colour, and pages and rules treat it the same.");
            this.shape = Shape.some(Shape.listOr(
                Shape.listOf(Shape.text()).as(TermKeys::named),
                Shape.mapTo(Keys.of(as, written, next, label, this.about, colour))));
            this.key = new Key<>(name, shape, about);
        }

        private static Keys.Values both(YamlValue.Scalar one) {
            return SHADES.of(one.span(), Map.of(LIGHT, one, DARK, one));
        }

        private static List<Shapes.Named<Keys.Values>> named(List<YamlValue.Scalar> words) {
            List<Shapes.Named<Keys.Values>> named = new ArrayList<>();
            words.forEach(word -> named.add(new Shapes.Named<>(word.text(), word.span(), null)));
            return named;
        }
    }

    private static final Shape<YamlValue.Scalar> HEX =
        Shape.text(Colour.FORM, "`{}` is not a colour", "write it as \"#rrggbb\", in quotes, since # begins a comment");
    static final Key<YamlValue.Scalar> LIGHT = new Key<>("light", HEX, "The colour on light pages.");
    static final Key<YamlValue.Scalar> DARK = new Key<>("dark", HEX, "The colour on dark pages.");
    private static final Keys SHADES = Keys.of(LIGHT, DARK);

    static final Key<Keys.Values> ACCENT = new Key<>("accent", Shape.textOr(HEX.as(ConfigurationKeys::byDay), SHADES),
        "The colour of links and marks, #rrggbb; as {light: …, dark: …} one each for light and dark pages.");
    static final Key<Keys.Values> SITE = new Key<>("site", Keys.of(NAME, TAGLINE, LANGUAGE, LOGO, ACCENT, MENU, INDEX),
        "The site's name, language and look.");

    private static Keys.Values byDay(YamlValue.Scalar one) {
        return SHADES.of(one.span(), Map.of(LIGHT, one));
    }

    static final TermKeys STATUSES = new TermKeys("statuses", "status", Vocabulary.PRFAQ.statuses(),
        "The statuses that a proposal can have, in the order in which pages show them.");
    static final TermKeys OUTCOMES = new TermKeys("outcomes", "outcome", Vocabulary.PRFAQ.outcomes(),
        "The outcomes that an idea can have.");
    static final TermKeys RESULTS = new TermKeys("results", "result", Vocabulary.PRFAQ.results(),
        "The results that an idea can have, compared with its prediction.");
    static final TermKeys REASONS = new TermKeys("reasons", "reason", Vocabulary.PRFAQ.reasons(),
        "The reasons for which a proposal can be declined.");

    static final Key<List<Shapes.Named<YamlValue.Scalar>>> KEYS = new Key<>("keys",
        Shape.mapTo(Shape.oneOf("a type of key", MetadataExtra.Type.labels())),
        "Further keys that metadata may have, each with its type; their values are shown on pages.");
    static final Key<List<Shapes.Named<YamlValue.Scalar>>> ALIASES = new Key<>("aliases", Shape.mapTo(Shape.text()),
        "Other names for keys, each with the key that it stands for.");

    static final Key<List<PathGlob>> FILES = new Key<>("files", Shape.listOf(Shape.glob()),
        "Patterns of paths below the content folder. Default: every document that no other kind takes.");
    static final Key<Boolean> IS_PRFAQ = new Key<>("prfaq", Shape.truth(),
        "Whether it is a PR/FAQ, with a press release and a FAQ to which their rules apply. Default: false.");
    static final Key<YamlValue.Scalar> ID = new Key<>("id",
        Shape.text(Pattern.compile("[^{}]*(?:\\{(?:number|name|folder)\\}[^{}]*)+"), "`{}` is not a form of an ID",
            "write a text with {number}, {name} or {folder} in it, such as `RFC-{number}`"),
        "The form of an ID that comes from the file: {number} and {name} of the file, {folder} that it is in.");
    static final Key<List<YamlValue.Scalar>> ITS_STATUSES = new Key<>("statuses", Shape.listOf(Shape.text()),
        "The statuses of the archive that it can have. Default: all.");
    static final Key<List<YamlValue.Scalar>> LABELS = new Key<>("labels", Shape.listOf(Shape.text()),
        "Headings and labels that announce it. A final * stands for any further words. Default: its name.");
    static final Key<YamlValue.Scalar> ROLE = new Key<>("as", Shape.oneOf("a part of a PR/FAQ", PartForm.ROLES),
        "The part of a PR/FAQ that it stands for: search and pages treat it the same.");
    static final Key<Boolean> IS_REQUIRED = new Key<>("required", Shape.truth(), "Whether a document must have it. Default: false.");
    static final Key<List<Shapes.Named<Keys.Values>>> PARTS = new Key<>("parts", Shape.mapTo(Keys.of(LABELS, ROLE, IS_REQUIRED)),
        "The parts that its documents have, by name.");

    static final Key<List<Shapes.Named<YamlValue.Mapping>>> DEFAULTS = new Key<>("defaults", Shape.mapTo(new Shapes.Free()),
        "Metadata of documents that don't say it themselves, by a pattern of their paths: `\"live/**\": {status: approved}`.");
    private static final Key<List<Shapes.Named<YamlValue.Scalar>>> FOLDER_STATUSES =
        new Key<>("folder", Shape.mapTo(Shape.text()), "Folders, each with the status of the documents in it.");
    static final Key<List<Shapes.Named<YamlValue.Scalar>>> STATUS_FROM = new Key<>("status-from",
        Shape.textOr(Shape.oneOf("a place for a status", List.of("folder")).as(_ -> List.of()), Keys.of(FOLDER_STATUSES).as(said -> said.get(FOLDER_STATUSES).orElse(List.of()))),
        "folder: the status of a document that doesn't say it is the name of its folder; `{folder: {live: approved}}` says which stands for which.");
    static final Key<YamlValue.Scalar> CREATED_FROM = new Key<>("created-from", Shape.oneOf("a place for a date", List.of("name")),
        "name: a date that begins a file's name is the day on which the document was created.");
    static final Key<YamlValue.Scalar> TITLE_FROM = new Key<>("title-from", Shape.oneOf("a place for a title", List.of("heading", "file")),
        "Where the title comes from: the first heading, or the file's name. Default: the metadata, else the heading.");
    static final Key<List<YamlValue.Scalar>> TITLE_PREFIXES = new Key<>("title-prefixes", Shape.listOf(Shape.text()),
        "What is dropped from the beginning of titles, such as `RFC:`. {number} stands for a number.");
    static final Key<List<YamlValue.Scalar>> TITLE_SUFFIXES = new Key<>("title-suffixes", Shape.listOf(Shape.text()), "What is dropped from the end of titles.");
    static final Key<List<YamlValue.Scalar>> IGNORE = new Key<>("ignore", Shape.listOf(Shape.text()), "Keys of the metadata that are let stand and not used.");
    static final Key<List<PathGlob>> TEMPLATES = new Key<>("templates", Shape.listOf(Shape.glob()),
        "Patterns of files that are forms for new documents, and left out. Default: names with the word template, and numbers that are 0. []: none.");

    static final Key<List<YamlValue.Scalar>> ADD = new Key<>("add", Shape.listOf(Shape.text()),
        "Further words to look for. A final * stands for any ending, a … for one more word.");
    static final Key<List<List<YamlValue.Scalar>>> SYNONYMS = new Key<>("synonyms", Shape.listOf(Shape.listOf(Shape.text())),
        "Groups of words that a search treats as the same: `[van, lorry, delivery truck]`.");
    static final Key<List<YamlValue.Scalar>> REMOVE = new Key<>("remove", Shape.listOf(Shape.text()),
        "Words of the built-in list that are not looked for.");

    static final Key<List<YamlValue.Scalar>> ALSO = new Key<>("also", Shape.listOf(Shape.text()), "Other names of the same person.");
    static final Key<Boolean> HIDDEN = new Key<>("hidden", Shape.present(Shape.truth()), "Whether the person's name is hidden on all pages. Default: false.");
    static final Key<List<Shapes.Named<Keys.Values>>> PEOPLE = new Key<>("people", Shape.mapTo(Keys.of(ALSO, HIDDEN)),
        "People, by name: other names that they use, and whether their names are hidden.");

    static final Key<Integer> COMPARED = new Key<>("revisions", Shape.number(0, DiffBounds.DEFAULT.revisions()),
        "How many of a document's newest revisions are compared with the one before. 0: none.");
    static final Key<Integer> COMPARED_IN_ALL = new Key<>("pages", Shape.number(1, DiffBounds.DEFAULT.pages()),
        "How many of the newest revisions are compared in the whole archive.");
    static final Key<Integer> COMPARED_WORDS = new Key<>("words", Shape.number(1, DiffBounds.DEFAULT.words()),
        "A revision with more words is not compared.");
    static final Key<Keys.Values> DIFFS = new Key<>("diffs", Keys.of(COMPARED, COMPARED_IN_ALL, COMPARED_WORDS),
        "Limits for the pages that show what a revision changed.");

    final Key<List<YamlValue.Scalar>> required;
    final Key<List<Shapes.Named<List<YamlValue.Scalar>>>> requiredFor;
    final Key<List<Shapes.Named<Keys.Values>>> kinds;
    final Map<String, Key<YamlValue.Scalar>> levels = new LinkedHashMap<>();
    final Key<Keys.Values> severities;
    final Map<String, Key<Integer>> numbers = new LinkedHashMap<>();
    final Key<Keys.Values> thresholds;
    final Map<String, Key<Keys.Values>> wordLists = new LinkedHashMap<>();
    final Key<Keys.Values> words;
    final Keys root;

    /// @param rules        ids of the rules there are
    /// @param metadataKeys the keys that metadata may have, nested ones with a dot
    /// @param wordLists    names of the word lists there are
    ConfigurationKeys(Collection<String> rules, Collection<String> metadataKeys, Collection<String> wordLists) {
        required = new Key<>("required", Shape.listOf(Shape.proposing(metadataKeys.stream().sorted().toList())),
            "Keys that the metadata of every document must have.");
        requiredFor = new Key<>("required-for", Shape.mapTo(Shape.listOf(Shape.proposing(metadataKeys.stream().sorted().toList()))),
            "Keys that a document must have once it has a status, by status.");
        kinds = new Key<>("kinds", Shape.mapTo(Keys.of(FILES, IS_PRFAQ, ID, ITS_STATUSES, required, PARTS)),
            "Kinds of documents, by name. A document that no kind takes is a PR/FAQ.");
        rules.stream().sorted().forEach(rule -> levels.put(rule, new Key<>(rule, Shape.oneOf("a severity", LEVELS), "")));
        severities = new Key<>("severities", Keys.of(List.copyOf(levels.values())), "The severity of each rule's findings.");
        Thresholds.DEFAULT.byName().forEach((name, standard) -> numbers.put(name, new Key<>(name, Shape.number(1, standard), "")));
        thresholds = new Key<>("thresholds", Keys.of(List.copyOf(numbers.values())), "The limits for \"too long\", \"too large\" and \"stale\".");
        wordLists.stream().sorted().forEach(list -> this.wordLists.put(list, new Key<>(list, Keys.of(ADD, REMOVE), "Changes to the words of `" + list + "`.")));
        words = new Key<>("words", Keys.of(List.copyOf(this.wordLists.values())),
            "Changes to the lists of words that rules look for, in all languages.");
        root = Keys.of(SITE, SOURCE_URL, EDIT_URL, HISTORY_URL, CONTENT, BASELINE, EXCLUDE, KEEP_IMAGE_METADATA, DRAFTS, SOURCES, SINCE, RECOGNISER,
            STATUSES.key, OUTCOMES.key, RESULTS.key, REASONS.key, KEYS, required, requiredFor, ALIASES,
            IGNORE, DEFAULTS, STATUS_FROM, CREATED_FROM, TITLE_FROM, TITLE_PREFIXES, TITLE_SUFFIXES, ID, TEMPLATES,
            kinds, severities, thresholds, words, SYNONYMS, PEOPLE, DIFFS);
    }
}
