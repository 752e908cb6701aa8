package org.pressroom.parse;

import org.pressroom.model.DocumentId;
import org.pressroom.source.SourcePath;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The id of a document whose metadata name none: from its path.
final class DefaultId {

    private static final Set<String> FOLDER_NAMES = Set.of("prfaq", "pr-faq", "pr_faq", "index");
    private static final Pattern NUMBER = Pattern.compile("^(\\d+)(?=$|[-_. ])");
    private static final Pattern DATE = Pattern.compile("^\\d{4}[-_.]\\d{1,2}(?:[-_.]\\d{1,2})?(?=$|[-_. ])|^\\d{8}(?=$|[-_. ])");

    private DefaultId() { }

    /// A leading number of the file name that is not part of a date, else the file name without its ending; for
    /// `PRFAQ`, `pr-faq` and `index` the folder's name.
    static DocumentId of(SourcePath path) {
        String name = stem(path.fileName());
        if (FOLDER_NAMES.contains(name.toLowerCase(Locale.ROOT)) && !path.folder().isEmpty()) {
            String folder = path.folder();
            name = folder.substring(folder.lastIndexOf('/') + 1);
        }
        Matcher number = NUMBER.matcher(name);
        String id = number.find() && !DATE.matcher(name).find() ? number.group(1) : name;
        return new DocumentId(path.source(), id.isBlank() ? path.path() : id);
    }

    static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
