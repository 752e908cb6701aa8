package org.pressroom.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gives each original in a set an address of its own: of those that have one name by [AddressName], the first has it, and the others
/// get a short hash of themselves behind it.
///
/// The address of an original depends on nothing but itself and those that would clash with it.
public final class AddressBook {

    private final Map<String, String> addresses;

    private AddressBook(Map<String, String> addresses) {
        this.addresses = addresses;
    }

    /// @param originals in any order; duplicates count once. One that is its own address has it before others.
    public static AddressBook of(Collection<String> originals) {
        Map<String, String> names = new HashMap<>();
        originals.forEach(original -> names.put(original, original));
        return of(names);
    }

    /// @param names what makes the address of each original. One whose name is its address has it before others.
    public static AddressBook of(Map<String, String> names) {
        SortedMap<String, String> sorted = new TreeMap<>(names);
        Map<String, String> ordered = LinkedHashMap.newLinkedHashMap(names.size());
        sorted.forEach((original, name) -> {
            if (isAddress(name)) {
                ordered.put(original, name);
            }
        });
        sorted.forEach(ordered::putIfAbsent);
        return inOrder(ordered);
    }

    private static boolean isAddress(String name) {
        return AddressName.of(name).equals(name);
    }

    /// @param names what makes the address of each original; the one that has its address longest first, so that a newcomer never takes it
    static AddressBook inOrder(Map<String, String> names) {
        Map<String, String> addresses = HashMap.newHashMap(names.size());
        Set<String> taken = HashSet.newHashSet(names.size());
        names.forEach((original, name) -> {
            String wanted = AddressName.of(name);
            String address = wanted;
            for (int salt = 0; !taken.add(AddressName.folded(address)); salt++) {
                address = AddressName.withHash(wanted, original + "\n".repeat(salt));
            }
            addresses.put(original, address);
        });
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
