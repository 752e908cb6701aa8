/// The static search index: its format, its writer and a reader that answers queries from the files alone.
///
/// [ShardWriter][org.pressroom.search.shard.ShardWriter] writes it,
/// [ShardReader][org.pressroom.search.shard.ShardReader] and `assets/search-engine/` read it.
///
/// # Files
///
/// Each file is one line, a classic script, so that it can be loaded from any server and from `file://`:
///
/// ```
/// S("name","base64 of the contents, compressed with deflate without a header")
/// ```
///
/// The *root* is `search/root.js`, its name is `root`. Every other file, a *shard*, is `search/` *name* `.js`; its name
/// is the first 40 bits of the SHA-256 of its uncompressed contents in lower-case base 32 (`a`–`z`, `2`–`7`), 8
/// characters. A shard of stored records is divided into parts, each a file: its name is that of all their contents together,
/// followed by the part's number as a digit of base 32. So the directory spends a name on many files. What a shard says never changes; whoever holds the root holds the whole index as it was at one time.
/// Nothing refers to the root, and it is written last. Zero bytes at a shard's end mean nothing; one is added when
/// different contents would otherwise share a name.
///
/// # Contents
///
/// - *number*: unsigned, seven bits a byte, lowest first, the high bit set on all bytes but the last
/// - *text*: its length in bytes (number), then UTF-8
/// - *name*: 5 bytes
/// - documents are numbered from 0 to *documents* − 1; postings have their *slots*, which ascend as the numbers do and have gaps, so that
///   a document that comes or goes changes few of them ([Slots][org.pressroom.search.shard.Slots])
/// - terms are in the order of their UTF-8 bytes
///
/// ```
/// root       = 'R' version documents fieldCount field* facetCount facet* directory days list slots synonyms
/// version    = number, 6
/// field      = name:text flags docCount sumTotalTermFreq told? normCount name* blockCount block* places?
/// flags      = number: 1 norms, 2 sections, 4 positions
/// told       = number                               flag 2 only: terms of at most so many documents tell sections
/// block      = shared:number rest:text name         the block's boundary: it shares so many bytes with the last one
/// facet      = kind:text name
/// directory  = name
/// days       = name
/// list       = name
/// slots      = name
/// places     = name                                 flag 4 only
/// synonyms   = groupCount (formCount (termCount term:text*)*)*    forms of a group stand for each other; "" for a stop word
///
/// dictionary = 'D' shardCount name* termCount entry*         shards: those that hold this block's postings
/// entry      = shared:number rest:text df:number length*2+inline (postings | shard:number)
/// postings   = df × (delta*2+single)                delta: how many slots are skipped; single = 1: freq is 1
///              (freq-2)*                            of those that are not single, in their order
///              df × section                         when df is at most told
/// positions  = df × (delta*4+further*2+more region?)*         the last of a document has more = 0
/// shard 'P'  = 'P' postings*
/// shard 'O'  = 'O' (length positions)*              of terms that follow each other
/// places     = 'G' (groupCount (terms:number name)*)*        of each block the shards 'O', and of how many terms
/// norms      = 'N' byte*                              8,192 documents a shard
/// facets     = 'F' many valueCount (value:text count:number)* (ordinal+1)*              many = 0
///                                                             (size ordinal*)*          many = 1
/// directory  = 'T' shardCount (name partCount documents*)*
/// stored     = 'X' (length record)*                            a part; as many as the directory says
/// slots      = 'Z' delta*                            how many are skipped before that of each document
/// days       = 'Y' without zigzag*                    how many documents have no day; then for each other how many days it
///                                                     is younger than the one before it, the first than 1970-01-01
/// list       = 'L' high* rank:octet* decided* high* changed:octet* languageCount language:text* ordinal* (addressCount address:text*)*
/// high       = number                               the number without its last eight bits, which stand in the octet
/// decided    = 0 | zigzag + 1                       0: none; else how many days it is younger than that of the last document
///                                                   that has one, the first than 1970-01-01
/// changed    = 0 | zigzag + 1                       likewise, but than the document's own `decided` where it has one
/// record     = id:text page:text title:text status:text outcome:text sectionCount section*
/// section    = length*4+kind title anchor:text? text:text       title: UTF-8, so many bytes; anchor: kind 0 only
/// ```
///
/// A *boundary* is the shortest beginning of the block's first term that comes after the last term of the block before; the term
/// itself is in the block.
///
/// Postings of at most 8 bytes stand in the dictionary itself (`inline` is 1). The others stand in a shard of the
/// block, in the order of the terms; an offset is the sum of the lengths before it in that shard, after the letter.
/// Postings of more than 1 kB share shards apart from shorter ones, which pack better so; those of more than 16 kB have a
/// shard to themselves. Positions are apart from the dictionary, which so stays as it is when a document's words only move.
///
/// A *position* is a region's number and a place in it: `region << 26 | place`; `delta` is how many places are skipped in
/// the region of the position before it (the first one: in region 0), or, with `further`, the place in the region that follows.
/// No document holds a position twice.
///
/// A `section` is the ordinal of the section in which the term weighs most, or 0 when that section is not stored. A hit links to
/// the section with the greatest sum of the idf of the terms that speak for it, the first of several: a term of at most `told`
/// documents speaks for its section, one of more for the first section whose stored title has it, if any.
///
/// An empty page stands for `ideas/` *id* `.html`. A section's anchor follows from its title when `kind` is 1 (the slug) or 2
/// (`q-` and the slug): lower case, only letters, digits, `_`, blanks and `-`; blanks made `-`; at most 80 characters; then
/// one `-` for several, and none at either end. Titles with characters beyond U+024F, but for the punctuation from U+2010 to U+2027,
/// never have these kinds, so that readers need not agree on them.
///
/// A `norm` is Lucene's: the length of the field in `SmallFloat.intToByte4`. Facet values stand in the order in which they are
/// shown, `count` says how many documents have each. A stored text is as long as the budget allows; an absent status or outcome is empty.
///
/// The `list` is for the list of ideas alone. A `rank` is that of the document's title among all titles, in an order that depends on
/// no locale; equal titles share one. Ordinals of languages stand there for each document when there is more than one language. The
/// addresses are those of all facets' values, in the order of the root and of the facet: an empty one is the value with its letters
/// A–Z made lower case and its blanks made `-`; the value's page is *kind* `/` *address* `.html`.
///
/// *Room to grow.* Readers refuse a version that they do not know. Further fields (title, problem, faq …) are further
/// `field`s of the root, each with a dictionary of its own. A stored record may end in more than is listed here.
///
/// # Cuts
///
/// A dictionary block begins at a term whose FNV-1a hash ends in seven zero bits once the block before has 1,152 terms,
/// and anyway after 1,536; a shard of postings ends after 22 kB before a term whose hash has zeros in its tenth and eleventh
/// bits, and anyway after 28 kB, and with its block; one of positions likewise after 128 and before 192 kB. A part of stored records ends
/// after 5,000 bytes behind a document whose id's hash is even, and anyway after twice as many or 32 documents; its shard ends
/// with it when the next three bits are zeros, and anyway after 16 parts; both end with a run of documents (`DocumentRun`), which another
/// hash of the id ends. So what one document adds or changes moves few cuts.
///
/// The sizes are a bargain between files and bytes: ten hits are in up to ten parts, so these are small, while positions are read
/// for phrases and fields alone. A shard is packed both with and without references to earlier bytes, and the shorter one kept.
///
/// # Example
///
/// Two documents in one field without sections: 0 holds `gate` once and `gates` three times, 1 holds `gates` once.
/// Their dictionary block:
///
/// ```
/// 44                'D'
/// 00                no shards of postings
/// 02                2 terms
/// 00 04 67 61 74 65 "gate"
/// 01 03             df 1, one byte inline
/// 01                document 0, freq 1
/// 04 01 73          "gate" + "s"
/// 02 07             df 2, three bytes inline
/// 00 01 01          document 0, not single; the one after it, single; freq 3 of the first
/// ```
///
/// May import: the JDK.
@NullMarked
package org.pressroom.search.shard;

import org.jspecify.annotations.NullMarked;
