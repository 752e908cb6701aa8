package org.pressroom.search.shard;

import java.time.LocalDate;
import java.util.Arrays;

/// The numbers of documents where many files name them: slots, which ascend as the documents do and have gaps, so that a document
/// that comes or goes moves few others, and few files change.
///
/// A slot follows from the day on which a document was created. Each year has more slots than documents, and a day of the year its
/// place among them; a document takes that of its day, or the first one after it that is free. Documents without a day come first,
/// with no gaps. How many slots a year has grows in steps, so that a document more seldom moves the years after its own.
public final class Slots {

    /// A year has at least so many slots, and three for two documents.
    private static final int FEWEST = 16;

    private final int[] slots;

    private Slots(int[] slots) {
        this.slots = slots;
    }

    /// @param documents how many there are
    /// @param days      on which the last of them were created, counted from 1970, ascending; the others have none
    public static Slots of(int documents, int[] days) {
        int[] slots = new int[documents];
        int undated = documents - days.length;
        for (int d = 0; d < undated; d++) {
            slots[d] = d;
        }
        int base = undated == 0 ? 0 : capacity(undated);
        for (int from = 0; from < days.length; ) {
            LocalDate first = LocalDate.ofEpochDay(days[from]).withDayOfYear(1);
            int length = first.lengthOfYear();
            int to = from;
            while (to < days.length && days[to] < first.toEpochDay() + length) {
                to++;
            }
            int capacity = capacity(to - from);
            for (int i = from; i < to; i++) {
                int place = base + (int) ((days[i] - first.toEpochDay()) * capacity / length);
                int d = undated + i;
                slots[d] = d == 0 ? place : Math.max(place, slots[d - 1] + 1);
            }
            base += capacity;
            from = to;
        }
        return new Slots(slots);
    }

    /// The first of 16, 24, 32, 48, 64 … that leaves room between so many documents.
    private static int capacity(int documents) {
        int capacity = FEWEST;
        while (capacity < documents + (documents + 1) / 2) {
            capacity = Integer.bitCount(capacity) == 1 ? capacity / 2 * 3 : capacity / 3 * 4;
        }
        return capacity;
    }

    /// The slot of a document.
    int of(int document) {
        return slots[document];
    }

    /// The document in a slot; negative when there is none.
    int document(int slot) {
        return Arrays.binarySearch(slots, slot);
    }

    void write(ShardOutput out) {
        int next = 0;
        for (int slot : slots) {
            out.number(slot - next);
            next = slot + 1;
        }
    }

    static Slots read(int documents, ShardInput in) {
        int[] slots = new int[documents];
        int next = 0;
        for (int d = 0; d < documents; d++) {
            slots[d] = next + in.number();
            next = slots[d] + 1;
        }
        return new Slots(slots);
    }
}
