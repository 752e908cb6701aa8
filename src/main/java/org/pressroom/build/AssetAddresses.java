package org.pressroom.build;

import org.pressroom.catalog.AddressName;
import org.pressroom.git.TreeEntry;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where the files beside the documents stand on the site: `files/` and their path, each name made safe.
final class AssetAddresses {

    /// What a browser shows or saves, and can't run. Pages and scripts of an archive would act in the site's name.
    private static final Set<String> PUBLISHED = Set.of("png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico", "svg",
        "pdf", "csv", "tsv", "txt", "log", "json", "yaml", "yml", "toml", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx",
        "odp", "key", "numbers", "pages", "zip", "gz", "tgz", "mp4", "webm", "mov", "mp3", "ogg", "wav", "drawio", "puml", "sql",
        "ics", "eml", "rtf", "epub");

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp", "svg");

    private AssetAddresses() { }

    /// @param assets  of the archive
    /// @param content the content folder, which is left out of addresses
    /// @return addresses of those that may be published; unique also where case is ignored
    static Map<SourcePath, String> of(Collection<TreeEntry> assets, String content) {
        Map<SourcePath, String> addresses = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (TreeEntry asset : assets) {
            if (isPublished(asset.path())) {
                String address = address(asset.path(), content, asset.path().path());
                for (int salt = 0; !taken.add(address); salt++) {
                    address = address(asset.path(), content, asset.path().path() + "\n".repeat(salt + 1));
                }
                addresses.put(asset.path(), address);
            }
        }
        return addresses;
    }

    /// Whether a file may have a size that [PictureHeader] reads.
    static boolean isPicture(SourcePath path) {
        return PICTURES.contains(ending(path.fileName()));
    }

    static boolean isPublished(SourcePath path) {
        return PUBLISHED.contains(ending(path.fileName()));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String address(SourcePath path, String content, String original) {
        String[] names = (path.path().startsWith(content) ? path.path().substring(content.length()) : path.path()).split("/");
        StringBuilder address = new StringBuilder("files/");
        if (!path.source().equals(SourceId.MAIN)) {
            address.append(path.source()).append('/');
        }
        for (int i = 0; i < names.length - 1; i++) {
            address.append(AddressName.of(names[i])).append('/');
        }
        String last = names[names.length - 1];
        String stem = last.substring(0, last.lastIndexOf('.'));
        address.append(AddressName.of(original.equals(path.path()) ? stem : stem + " " + original.hashCode()));
        return address.append('.').append(ending(last)).toString();
    }
}
