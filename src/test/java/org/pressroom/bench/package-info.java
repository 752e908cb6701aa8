/// How fast Pressroom is, on archives that are made for the purpose.
///
/// [ArchiveGenerator][org.pressroom.bench.ArchiveGenerator] makes a git repository of any size from a seed;
/// [BuildBenchmarkIT][org.pressroom.bench.BuildBenchmarkIT] builds it with the real program as a process of its own and
/// prints a table; [TransferBenchmarkIT][org.pressroom.bench.TransferBenchmarkIT] counts what the search page of such a site fetches.
/// Nothing here runs in an ordinary build, but for what the generator's own test asks of it.
@NullMarked
package org.pressroom.bench;

import org.jspecify.annotations.NullMarked;
