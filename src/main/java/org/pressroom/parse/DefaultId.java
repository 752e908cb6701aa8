package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.DocumentId;
import org.pressroom.source.SourcePath;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The id of a document whose metadata name none: from its path.
final class DefaultId {

    private static final Set<String> FOLDER_NAMES = Set.of("prfaq", "pr-faq", "pr_faq", "index", "readme");
    private static final Pattern NUMBER = Pattern.compile("^(\\d+)(?=$|[-_. ])");
    private static final Pattern ANY_NUMBER = Pattern.compile("\\d+");
    private static final Pattern DATE = Pattern.compile("^\\d{4}[-_.]\\d{1,2}(?:[-_.]\\d{1,2})?(?=$|[-_. ])|^\\d{8}(?=$|[-_. ])");

    private DefaultId() { }

    /// A leading number of the file name that is not part of a date, else the file name without its ending; for
    /// `PRFAQ`, `pr-faq` and `index` the folder's name.
    ///
    /// @param form with `{number}`, `{name}` and `{folder}` to be filled in, where the path has them; null for the default
    static DocumentId of(SourcePath path, @Nullable String form) {
        String stem = stem(path.fileName());
        String folder = path.folder().substring(path.folder().lastIndexOf('/') + 1);
        String name = FOLDER_NAMES.contains(stem.toLowerCase(Locale.ROOT)) && !folder.isEmpty() ? folder : stem;
        String filled = form == null ? "" : filled(form, name, folder);
        return filled.isBlank() ? byDefault(path, name) : new DocumentId(path.source(), filled.strip());
    }

    /// Empty when the path lacks what the form wants.
    private static String filled(String form, String name, String folder) {
        Matcher number = ANY_NUMBER.matcher(DATE.matcher(name).replaceFirst(""));
        boolean numbered = number.find();
        if (form.contains("{number}") && !numbered || form.contains("{folder}") && folder.isEmpty()) {
            return "";
        }
        String withNumber = numbered ? form.replace("{number}", number.group()) : form;
        return withNumber.replace("{folder}", folder).replace("{name}", name);
    }

    private static DocumentId byDefault(SourcePath path, String name) {
        Matcher number = NUMBER.matcher(name);
        String id = number.find() && !DATE.matcher(name).find() ? number.group(1) : name;
        return new DocumentId(path.source(), id.isBlank() ? path.path() : id);
    }

    static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
