package org.pressroom.bake;

import java.util.Locale;
import java.util.Map;

/// Under which type a server sends each file of a site, by the ending of its name (RFC 2046, IANA's registry).
public final class MediaTypes {

    /// What a server sends that knows nothing of a file; a browser saves it.
    public static final String UNKNOWN = "application/octet-stream";

    /// What Pressroom itself writes. None of it may come from an archive under these endings: it would act in the site's name.
    private static final Map<String, String> SITE = Map.of(
        "html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8",
        "xml", "application/xml; charset=utf-8", "md", "text/plain; charset=utf-8", "map", "text/plain; charset=utf-8");

    private static final Map<String, String> ATTACHED = Map.ofEntries(
        Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"), Map.entry("jpeg", "image/jpeg"), Map.entry("gif", "image/gif"),
        Map.entry("webp", "image/webp"), Map.entry("avif", "image/avif"), Map.entry("heic", "image/heic"), Map.entry("heif", "image/heif"),
        Map.entry("bmp", "image/bmp"), Map.entry("ico", "image/x-icon"), Map.entry("svg", "image/svg+xml"),
        Map.entry("mp4", "video/mp4"), Map.entry("webm", "video/webm"), Map.entry("mov", "video/quicktime"), Map.entry("mp3", "audio/mpeg"),
        Map.entry("ogg", "audio/ogg"), Map.entry("wav", "audio/wav"),
        Map.entry("pdf", "application/pdf"), Map.entry("rtf", "application/rtf"), Map.entry("epub", "application/epub+zip"), Map.entry("zip", "application/zip"),
        Map.entry("doc", "application/msword"), Map.entry("xls", "application/vnd.ms-excel"), Map.entry("ppt", "application/vnd.ms-powerpoint"),
        Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        Map.entry("odt", "application/vnd.oasis.opendocument.text"), Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
        Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
        Map.entry("txt", "text/plain; charset=utf-8"), Map.entry("csv", "text/csv; charset=utf-8"), Map.entry("tsv", "text/tab-separated-values; charset=utf-8"),
        Map.entry("json", "application/json; charset=utf-8"), Map.entry("ics", "text/calendar; charset=utf-8"));

    private MediaTypes() { }

    /// The type of a file of the site.
    ///
    /// @param name of the file or its address
    public static String of(String name) {
        String ending = ending(name);
        return SITE.getOrDefault(ending, ATTACHED.getOrDefault(ending, UNKNOWN));
    }

    /// The endings under which a file of an archive may stand on a site: common web servers know a type for each, and browsers
    /// show or save what has it, but run nothing.
    public static boolean isAttached(String ending) {
        return ATTACHED.containsKey(ending);
    }

    /// What follows the last full stop of a name, in lower case; empty without one.
    public static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= name.lastIndexOf('/') ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
