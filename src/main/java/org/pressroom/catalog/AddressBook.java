package org.pressroom.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Gives each original in a set an address of its own: two that differ by case only, or whose hashes meet, are told apart.
///
/// The address of an original depends on nothing but itself and those that would clash with it.
public final class AddressBook {

    private final Map<String, String> addresses;

    private AddressBook(Map<String, String> addresses) {
        this.addresses = addresses;
    }

    /// @param originals in any order; duplicates count once. One that is its own address has it before others.
    public static AddressBook of(Collection<String> originals) {
        Collection<String> sorted = new TreeSet<>(originals);
        return inOrder(Stream.concat(sorted.stream().filter(AddressBook::isAddress), sorted.stream().filter(original -> !isAddress(original))).toList());
    }

    private static boolean isAddress(String original) {
        return AddressName.of(original).equals(original);
    }

    /// @param originals the one that has its address longest first, so that a newcomer never takes it
    static AddressBook inOrder(Collection<String> originals) {
        Map<String, String> addresses = new HashMap<>();
        Map<String, String> takenBy = new HashMap<>();
        for (String original : new LinkedHashSet<>(originals)) {
            String address = AddressName.of(original);
            for (int salt = 0; takenBy.containsKey(address); salt++) {
                address = AddressName.withHash(AddressName.of(original), original + "\n".repeat(salt));
            }
            takenBy.put(address, original);
            addresses.put(original, address);
        }
        return new AddressBook(addresses);
    }

    /// The address name of one of the originals.
    public String of(String original) {
        String address = addresses.get(original);
        if (address == null) {
            throw new IllegalArgumentException("no address was made for '" + original + "'");
        }
        return address;
    }
}
