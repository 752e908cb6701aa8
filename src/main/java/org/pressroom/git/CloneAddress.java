package org.pressroom.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a repository can be cloned from: `https://…`, `ssh://…` or `file://…`. What is shown of it has no credentials.
public final class CloneAddress {

    private static final Pattern ANY = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);
    private static final Pattern SHORT = Pattern.compile("[\\w.-]+@[\\w.-]+:(?!//).+");
    private static final Pattern FORM = Pattern.compile("(?:https|ssh)://[^/\\s]+/\\S+|file:///\\S+");
    private static final Pattern AFTER_PATH = Pattern.compile("(?<=://)([^?#\\s]*)[?#][^\\s'\"]*");
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@\\s]*@");

    private final String text;

    private CloneAddress(String text) {
        this.text = text;
    }

    /// Reads an address.
    ///
    /// @return empty for what is none, such as a folder
    /// @throws ArchiveException when it is an address that can't be used
    public static Optional<CloneAddress> of(String text) {
        String written = text.strip();
        if (SHORT.matcher(written).matches()) {
            throw new ArchiveException(written + " is not an address that Pressroom knows; write ssh://"
                + written.replaceFirst(":", "/"));
        }
        if (!ANY.matcher(written).matches()) {
            return Optional.empty();
        }
        CloneAddress address = new CloneAddress(written);
        try {
            if (FORM.matcher(written).matches() && !new URI(written).getPath().isEmpty()) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new ArchiveException(address + " is not the address of a repository; write https://host/path, ssh://host/path or file:///path");
    }

    /// Whether it names a folder of this machine.
    public boolean isLocal() {
        return text.toLowerCase(Locale.ROOT).startsWith("file:");
    }

    /// As it was written, credentials included: for git alone.
    String secret() {
        return text;
    }

    /// A name for files that are kept of it.
    String key() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// A text of others without what of the address is secret.
    String discreet(String other) {
        return AFTER_PATH.matcher(CREDENTIALS.matcher(other.replace(text, toString())).replaceAll("")).replaceAll("$1");
    }

    /// Without credentials, and without what stands behind the path.
    @Override
    public String toString() {
        return CREDENTIALS.matcher(text).replaceAll("").replaceFirst("[?#].*", "");
    }
}
