package org.pressroom.serve;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The names under which a preview may be asked for. A page of another host may have its own name lead to this machine, and read what is
/// served here; so the `Host` of a request must be one that a person would type.
///
/// @param names in lower case, without ports; beside those of the loopback address, which always count
record Hosts(Set<String> names) {

    private static final Pattern LOCAL = Pattern.compile("(?i)localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\]");
    private static final Pattern PORT = Pattern.compile(":\\d+\\z");

    Hosts {
        names = Set.copyOf(names);
    }

    /// This machine alone.
    static final Hosts LOOPBACK = new Hosts(Set.of());

    /// What a preview answers to that listens at an address of the network.
    ///
    /// @param name    as a person wrote it
    /// @param address to which it leads; that of all interfaces stands for each of them
    static Hosts of(String name, InetAddress address) throws SocketException {
        Set<String> names = new TreeSet<>();
        if (!address.isAnyLocalAddress()) {
            names.add(name.toLowerCase(Locale.ROOT));
            names.add(literal(address));
            return new Hosts(names);
        }
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            each.inetAddresses().forEach(own -> names.add(literal(own)));
        }
        try {
            String own = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            names.addAll(List.of(own, own + ".local", own.split("\\.", 2)[0]));
        } catch (java.net.UnknownHostException e) {
            // A machine without a name is found by its addresses.
        }
        return new Hosts(names);
    }

    /// An address as it stands in the address of a page.
    static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "").toLowerCase(Locale.ROOT);
        return text.indexOf(':') < 0 ? text : "[" + text + "]";
    }

    /// @param host the header of a request; a program that sends none is no browser
    boolean hold(@Nullable String host) {
        if (host == null) {
            return true;
        }
        String name = PORT.matcher(host).replaceFirst("");
        return LOCAL.matcher(name).matches() || names.contains(name.toLowerCase(Locale.ROOT));
    }
}
