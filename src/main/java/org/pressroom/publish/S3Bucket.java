package org.pressroom.publish;

import org.jspecify.annotations.Nullable;
import org.pressroom.files.RegularFile;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A bucket of S3, or of a server that speaks its language, which holds a site.
///
/// What is there is known from a manifest of ours, an object beside the site; only what differs is sent. Files whose names hold a hash come
/// first, then pages and the search's root; what is gone is deleted last. So an interrupted publication leaves each page whole, old or new,
/// and the next one sends again what the manifest is not sure of.
public final class S3Bucket {

    /// Beside the site; hosts need not serve it.
    static final String MANIFEST = Manifest.FOLDER + "/published.json";

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String SHORT = "public, max-age=60, must-revalidate";
    private static final int AT_ONCE = 16;
    private static final int TRIES = 4;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final URI endpoint;
    private final String bucket;
    private final String prefix;
    private final S3Signature signature;
    private final Clock clock;
    private final Function<String, String> types;

    /// What was sent.
    public record Sent(int changed, int deleted) { }

    /// @param endpoint null for AWS's own of the region
    /// @param prefix   of all names, with a final slash; empty for none
    /// @param types    gives the type under which a file is served, by its address
    private S3Bucket(@Nullable URI endpoint, String bucket, String prefix, S3Signature signature, Clock clock, Function<String, String> types) {
        this.endpoint = endpoint != null ? endpoint : URI.create("https://s3." + signature.region() + ".amazonaws.com");
        this.bucket = bucket;
        this.prefix = prefix;
        this.signature = signature;
        this.clock = clock;
        this.types = types;
    }

    /// Finds a bucket by what stands on a command line and in the environment (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`,
    /// `AWS_REGION`, `AWS_ENDPOINT_URL`).
    ///
    /// @param place `bucket` or `bucket/folder`
    /// @throws PublishException when credentials are missing, or the place is none
    public static S3Bucket of(String place, Map<String, String> environment, Clock clock, Function<String, String> types) {
        int slash = place.indexOf('/');
        String bucket = slash < 0 ? place : place.substring(0, slash);
        String folder = slash < 0 ? "" : place.substring(slash + 1).replaceAll("^/++|(?<!/)/++$", "");
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new PublishException("`" + bucket + "` is not the name of a bucket; write s3://BUCKET or s3://BUCKET/FOLDER");
        }
        String key = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        if (key.isBlank() || secret.isBlank()) {
            throw new PublishException("credentials for s3://" + bucket + " are missing: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                + " (`eval \"$(aws configure export-credentials --format env)\"` sets them from a profile)");
        }
        String region = environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", "us-east-1"));
        String address = environment.getOrDefault("AWS_ENDPOINT_URL_S3", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        URI endpoint;
        try {
            endpoint = address.isBlank() ? null : URI.create(address.replaceAll("(?<!/)/++$", ""));
        } catch (IllegalArgumentException e) {
            throw new PublishException("AWS_ENDPOINT_URL " + address + " is not an address", e);
        }
        return new S3Bucket(endpoint, bucket, folder.isEmpty() ? "" : folder + "/", new S3Signature(key, secret, environment.get("AWS_SESSION_TOKEN"), region), clock, types);
    }

    /// Sends what differs.
    ///
    /// @param site a folder to which a site was published
    /// @param dry  whether only to tell what would be sent
    /// @throws PublishException when the bucket can't be reached or refuses; each page is whole then, old or new
    public Sent publish(Path site, boolean dry) {
        try {
            SortedMap<String, String> now = Manifest.read(SafeFolder.at(site)).orElseThrow().files();
            SortedMap<String, String> then = published();
            List<String> changed = now.keySet().stream().filter(address -> !Objects.equals(now.get(address), then.get(address))).toList();
            List<String> gone = then.keySet().stream().filter(address -> !now.containsKey(address)).toList();
            if (dry || changed.isEmpty() && gone.isEmpty()) {
                return new Sent(changed.size(), gone.size());
            }
            // Whatever an interruption leaves is known to be ours, and what it holds is not known.
            SortedMap<String, String> both = new TreeMap<>(then);
            changed.forEach(address -> both.put(address, ""));
            putManifest(both);
            for (int turn = 0; turn <= 2; turn++) {
                int its = turn;
                each(changed.stream().filter(address -> Publisher.turn(address) == its).toList(), address -> put(site, address));
            }
            each(gone, address -> done("DELETE", address, new byte[0], Map.of(), "delete " + address));
            putManifest(now);
            return new Sent(changed.size(), gone.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishException("interrupted while publishing to s3://" + bucket + "; the next run completes it", e);
        }
    }

    /// What the bucket holds of ours.
    private SortedMap<String, String> published() throws InterruptedException {
        HttpResponse<byte[]> answer = send("GET", MANIFEST, new byte[0], Map.of());
        if (answer.statusCode() == 404 && !code(answer).equals("NoSuchBucket")) {
            return new TreeMap<>();
        }
        String text = new String(expect(answer, "read what was published before"), StandardCharsets.UTF_8);
        try {
            return Manifest.of(text).orElseThrow(() -> new IOException("it is not a manifest")).files();
        } catch (IOException e) {
            throw new PublishException(prefix + MANIFEST + " in s3://" + bucket + " is not one that this version can read; publish to an empty folder of the bucket", e);
        }
    }

    private void putManifest(SortedMap<String, String> files) throws InterruptedException {
        done("PUT", MANIFEST, new Manifest(files).text().getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), "write the manifest");
    }

    private void put(Path site, String address) throws InterruptedException {
        byte[] body;
        try {
            body = RegularFile.read(site.resolve(address), Integer.MAX_VALUE - 1024, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new PublishException("cannot read " + site.resolve(address) + "; build again", e);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", types.apply(address));
        headers.put("Cache-Control", Publisher.turn(address) == 0 ? IMMUTABLE : SHORT);
        done("PUT", address, body, headers, "send " + address);
    }

    /// A request that must succeed.
    private interface Work {
        void on(String address) throws InterruptedException;
    }

    private static void each(Collection<String> addresses, Work work) throws InterruptedException {
        Semaphore room = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (String address : addresses) {
                all.add(threads.submit(() -> {
                    room.acquire();
                    try {
                        work.on(address);
                    } finally {
                        room.release();
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    threads.shutdownNow();
                    throw e.getCause() instanceof PublishException known ? known : new IllegalStateException(e.getCause());
                }
            }
        }
    }

    private void done(String method, String address, byte[] body, Map<String, String> headers, String what) throws InterruptedException {
        expect(send(method, address, body, headers), what);
    }

    private byte[] expect(HttpResponse<byte[]> answer, String what) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return answer.body();
        }
        String code = code(answer);
        String why = switch (code) {
            case "NoSuchBucket" -> "there is no such bucket; create it, or check the name, AWS_REGION and AWS_ENDPOINT_URL";
            case "InvalidAccessKeyId", "SignatureDoesNotMatch" -> "the credentials are refused (" + code + "); check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
            case "ExpiredToken" -> "the credentials have expired; get new ones";
            case "AccessDenied" -> "the credentials do not allow it; they need s3:GetObject, s3:PutObject and s3:DeleteObject there";
            case "RequestTimeTooSkewed" -> "the clock of this machine is wrong; set it";
            case "PermanentRedirect", "AuthorizationHeaderMalformed" -> "the bucket is in another region; set AWS_REGION";
            default -> "the server answered " + status + (code.isEmpty() ? "" : " " + code) + message(answer);
        };
        throw new PublishException("cannot " + what + " in s3://" + bucket + ": " + why + ". Pages that are there stay whole, and the next run completes it");
    }

    private static String code(HttpResponse<byte[]> answer) {
        return found(CODE, answer).orElse("");
    }

    private static String message(HttpResponse<byte[]> answer) {
        return found(MESSAGE, answer).map(text -> ": " + text).orElse("");
    }

    private static Optional<String> found(Pattern pattern, HttpResponse<byte[]> answer) {
        Matcher matcher = pattern.matcher(new String(answer.body(), StandardCharsets.UTF_8));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private HttpResponse<byte[]> send(String method, String address, byte[] body, Map<String, String> headers) throws InterruptedException {
        String path = String.join("/", List.of((prefix + address).split("/", -1)).stream().map(S3Signature::encoded).toList());
        URI uri = URI.create(endpoint + "/" + bucket + "/" + path);
        for (int left = TRIES - 1; ; left--) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(LONGEST).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
                headers.forEach(request::header);
                signature.headers(method, uri, new TreeMap<>(), headers, S3Signature.sha256(body), TIME.format(clock.instant())).forEach((name, value) -> {
                    if (!headers.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
                        request.header(name, value);
                    }
                });
                HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                if (left == 0 || answer.statusCode() < 500 && answer.statusCode() != 429) {
                    return answer;
                }
            } catch (IOException e) {
                if (left == 0) {
                    throw new PublishException("cannot reach " + endpoint + ": " + (e.getMessage() != null ? e.getMessage() : e instanceof ConnectException ? "nothing answers there" : "the connection was cut")
                        + ". Pages that are there stay whole, and the next run completes it", e);
                }
            }
            Thread.sleep(200L << (TRIES - left));
        }
    }
}
