package org.pressroom.bake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/// What a page may load and run (Content Security Policy, level 3), and which of its scripts may run: the theme's, by what they
/// load, and what those load in turn. A file that an archive brought along is not a script, whatever it is named or called by.
///
/// A folder can't be named without a host, and a browser compares no hash of a file on a disk; so each script of the theme bears
/// a nonce. A nonce must be one that nobody can write beforehand. Here it is a hash of the whole page: whoever gets words into
/// the page changes it with them.
final class PagePolicy {

    /// How the element begins and goes on around the sources of scripts.
    private static final String BEFORE = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src ";
    private static final String AFTER = "'strict-dynamic'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
        + " form-action 'self'; base-uri 'none'\">";

    /// What templates write at the head of a page.
    static final String META = BEFORE + AFTER;

    private static final String SCRIPT = "<script src=\"";
    private static final int NONCE_BYTES = 18;
    private static final Pattern HEAD =
        Pattern.compile("\\A\\s*+<!DOCTYPE html>\\s*+<html lang=\"[\\w-]*+\">\\s*+<head>\\s*+<meta charset=\"utf-8\">\\s*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOCTYPE = Pattern.compile("\\A\\s*+<!DOCTYPE html>", Pattern.CASE_INSENSITIVE);
    /// Sentences and nothing else: elements without attributes, none of which loads or runs anything.
    private static final Pattern PLAIN = Pattern.compile("(?:[^<]++|</?(?:p|h[1-6]|ul|ol|li|b|i|em|strong|br|hr)>)*+");
    private static final int HEAD_LENGTH = 500;

    private final Set<String> scripts;

    /// @param scripts addresses of the theme's scripts, as they stand in links
    PagePolicy(Set<String> scripts) {
        this.scripts = Set.copyOf(scripts);
    }

    /// A page as it is published. One that names no policy keeps what it has.
    ///
    /// @param utf8 the page as its template made it
    /// @param root of the site, as seen from the page
    byte[] sealed(byte[] utf8, String root) {
        // A character for each byte: all that is looked for is ASCII, and nothing needs to be decoded and encoded again.
        String page = new String(utf8, StandardCharsets.ISO_8859_1);
        int meta = page.indexOf(META);
        if (meta < 0) {
            return utf8;
        }
        String nonce = nonce(utf8);
        String ownRoot = new String(root.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        StringBuilder sealed = new StringBuilder(page.length() + 500);
        sealed.append(page, 0, meta).append(BEFORE).append("'nonce-").append(nonce).append("' ").append(AFTER);
        int done = meta + META.length();
        for (int at = page.indexOf(SCRIPT, done); at >= 0; at = page.indexOf(SCRIPT, done)) {
            sealed.append(page, done, at);
            if (isTheme(page, at, ownRoot)) {
                sealed.append("<script nonce=\"").append(nonce).append("\" src=\"");
            } else {
                sealed.append(SCRIPT);
            }
            done = at + SCRIPT.length();
        }
        return sealed.append(page, done, page.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Whether a script of the theme is loaded at a place of a page, which holds `<script src="`.
    boolean isTheme(String page, int at, String root) {
        int from = at + SCRIPT.length();
        int end = page.indexOf('"', from);
        return page.startsWith(SCRIPT, at) && end >= 0 && page.startsWith(root, from) && scripts.contains(page.substring(Math.min(end, from + root.length()), end));
    }

    /// A page that begins with the policy, whatever its template wrote: a browser takes what stands before the head for the
    /// head's, and a further policy only narrows. Bare sentences need none.
    static String enforced(String page) {
        int meta = page.indexOf(META);
        if (page.length() < HEAD_LENGTH && PLAIN.matcher(page).matches() || meta >= 0 && meta < HEAD_LENGTH && HEAD.matcher(page).region(0, meta).matches()) {
            return page;
        }
        String plain = page.replace(META, "");
        var doctype = DOCTYPE.matcher(plain);
        int at = doctype.find() ? doctype.end() : 0;
        return plain.substring(0, at) + META + plain.substring(at);
    }

    private static String nonce(byte[] page) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(page);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, NONCE_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
