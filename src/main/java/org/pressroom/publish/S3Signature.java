package org.pressroom.publish;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests by AWS Signature Version 4 (Signing AWS API requests, "Create a signed request").
///
/// @param key     the access key
/// @param secret  the secret key
/// @param session the token of temporary credentials; null for lasting ones
record S3Signature(String key, String secret, @Nullable String session, String region) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SERVICE = "s3";

    /// Secrets are in no message.
    @Override
    public String toString() {
        return "S3Signature[" + key + "]";
    }

    /// The headers that a request needs beside its own.
    ///
    /// @param query names to values, not encoded
    /// @param hash  SHA-256 of the body, hexadecimal
    /// @param time  of the request in UTC: `20130524T000000Z`
    Map<String, String> headers(String method, URI address, SortedMap<String, String> query, Map<String, String> headers, String hash, String time) {
        SortedMap<String, String> signed = new TreeMap<>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
        signed.put("host", address.getAuthority());
        signed.put("x-amz-content-sha256", hash);
        signed.put("x-amz-date", time);
        if (session != null) {
            signed.put("x-amz-security-token", session);
        }
        String names = String.join(";", signed.keySet());
        String canonical = method + "\n" + address.getRawPath() + "\n"
            + query.entrySet().stream().map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue())).collect(Collectors.joining("&")) + "\n"
            + signed.entrySet().stream().map(entry -> entry.getKey() + ":" + entry.getValue() + "\n").collect(Collectors.joining()) + "\n" + names + "\n" + hash;
        String day = time.substring(0, 8);
        String scope = day + "/" + region + "/" + SERVICE + "/aws4_request";
        String text = ALGORITHM + "\n" + time + "\n" + scope + "\n" + sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] signing = hmac(hmac(hmac(hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), day), region), SERVICE), "aws4_request");
        signed.remove("host");
        signed.put("Authorization", ALGORITHM + " Credential=" + key + "/" + scope + ",SignedHeaders=" + names + ",Signature=" + HexFormat.of().formatHex(hmac(signing, text)));
        return signed;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Percent-encoded but for unreserved characters (RFC 3986); `/` too.
    static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }
}
