package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.ChildProcess;
import org.pressroom.Site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/// `publish --to rsync:` over ssh, to an `sshd` of its own on this machine.
class SshPublishTest {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path folder;
    private int port;
    private @Nullable Process server;

    SshPublishTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void begin() throws Exception {
        assumeTrue(Files.isExecutable(SSHD), "there is no sshd (Debian: openssh-server), so publishing by ssh was not tried");
        for (String program : List.of("ssh", "ssh-keygen", "rsync")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), "there is no " + program + ", so publishing by ssh was not tried");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            // Root's sshd wants an empty folder, which Debian makes when the service begins.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        for (String key : List.of("host", "user")) {
            Process made = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString()).redirectErrorStream(true).start();
            assertEquals("", new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, made.waitFor());
        }
        Files.writeString(folder.resolve("sshd_config"), "ListenAddress 127.0.0.1:" + port + "\nHostKey " + folder.resolve("host") + "\nAuthorizedKeysFile " + folder.resolve("user.pub")
            + "\nStrictModes no\nUsePAM no\nPermitRootLogin prohibit-password\nPasswordAuthentication no\nPidFile none\n");
        Files.writeString(folder.resolve("ssh_config"), "Host web\n  HostName 127.0.0.1\n  Port " + port + "\n  User " + System.getProperty("user.name") + "\n  IdentityFile " + folder.resolve("user")
            + "\n  IdentitiesOnly yes\n  BatchMode yes\n  StrictHostKeyChecking accept-new\n  UserKnownHostsFile " + folder.resolve("known") + "\n  LogLevel ERROR\n");
        serve();
    }

    private void serve() throws IOException, InterruptedException {
        server = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString()).redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile()).start();
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                assertTrue(server.isAlive(), Files.readString(folder.resolve("log")));
                Thread.sleep(50);
            }
        }
        throw new AssertionError("sshd does not listen: " + Files.readString(folder.resolve("log")));
    }

    @AfterEach
    void end() throws InterruptedException {
        if (server != null) {
            server.destroy();
            assertTrue(server.waitFor(30, TimeUnit.SECONDS), "sshd ends");
        }
    }

    private record Run(int code, String text) { }

    private Run publish(Site site, String to) throws IOException, InterruptedException {
        List<String> command = ChildProcess.command(site.home(), "org.pressroom.cli.Main", "publish", "--to", to, site.archive().toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PRESSROOM_CACHE", site.home().resolve("cache").toString());
        builder.environment().put("RSYNC_RSH", "ssh -F " + folder.resolve("ssh_config"));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), text);
    }

    @Test
    void aSiteGoesThereWholeAndIsRepairedAfterAnInterruption() throws Exception {
        Path www = Files.createDirectories(folder.resolve("www")).resolve("ideas");
        String to = "rsync:web:" + www;
        try (Site site = Site.of(Site.document("0001", "Keys by post") + Site.document("0002", "Locks"))) {
            Run first = publish(site, to);
            assertEquals(0, first.code(), first.text());
            SortedMap<String, String> before = Site.filesOf(www);
            assertTrue(before.containsKey("ideas/0001.html") && before.containsKey("index.html"), before.keySet().toString());
            Run same = publish(site, to);
            assertTrue(same.text().contains("\n0 files sent to web:"), same.text());

            end();
            site.remove("content/0002.md");
            Run refused = publish(site, to);
            assertEquals(3, refused.code(), refused.text());
            assertTrue(refused.text().contains("rsync could not send the site to web:" + www) && refused.text().contains("Connection refused"), refused.text());
            assertEquals(before, Site.filesOf(www), "the old site stays whole");

            serve();
            Run again = publish(site, to);
            assertEquals(0, again.code(), again.text());
            assertTrue(Files.exists(www.resolve("ideas/0001.html")) && !Files.exists(www.resolve("ideas/0002.html")), again.text());
        }
    }

    @Test
    void aKeyThatIsRefusedIsSaid() throws Exception {
        Files.writeString(folder.resolve("user.pub"), "");
        try (Site site = Site.of(Site.document("0001", "Keys by post"))) {
            Run run = publish(site, "rsync:web:" + folder.resolve("www"));
            assertEquals(3, run.code(), run.text());
            assertTrue(run.text().contains("Permission denied"), run.text());
        }
    }
}
