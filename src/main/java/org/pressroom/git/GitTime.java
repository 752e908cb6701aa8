package org.pressroom.git;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/// A time as git writes it: seconds since 1970, and the zone.
record GitTime(Instant time, ZoneOffset zone) {

    /// Commits of broken tools carry dates and zones that there are not; UTC then, and 1970 for no time at all. Git itself knows
    /// none before 1970.
    ///
    /// @param date `1700000000 +0100`
    static GitTime of(String date) {
        int space = date.indexOf(' ');
        Instant time = Instant.EPOCH;
        try {
            time = Instant.ofEpochSecond(Long.parseLong(space < 0 ? date : date.substring(0, space)));
            int hhmm = space < 0 ? 0 : Integer.parseInt(date.substring(space + 1));
            return new GitTime(time, ZoneOffset.ofTotalSeconds((hhmm / 100 * 60 + hhmm % 100) * 60));
        } catch (NumberFormatException | DateTimeException e) {
            return new GitTime(time, ZoneOffset.UTC);
        }
    }
}
