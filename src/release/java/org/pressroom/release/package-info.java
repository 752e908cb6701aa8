/// Makes what people install from what `mvn package` made: [Release][org.pressroom.release.Release] says in which order.
///
/// It is a tool of the build, run from its sources by the profile `release` and part of no jar. May import: `publish` and `json` of Pressroom.
package org.pressroom.release;
