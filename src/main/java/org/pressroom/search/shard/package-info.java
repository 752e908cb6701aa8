/// The static search index: its format, its writer and a reader that answers queries from the files alone.
///
/// [ShardWriter][org.pressroom.search.shard.ShardWriter] writes it,
/// [ShardReader][org.pressroom.search.shard.ShardReader] and `assets/search-engine.js` read it.
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
/// characters. What a shard says never changes; whoever holds the root holds the whole index as it was at one time.
/// Nothing refers to the root, and it is written last. Zero bytes at a shard's end mean nothing; one is added when
/// different contents would otherwise share a name.
///
/// # Contents
///
/// - *number*: unsigned, seven bits a byte, lowest first, the high bit set on all bytes but the last
/// - *text*: its length in bytes (number), then UTF-8
/// - *name*: 5 bytes
/// - documents are numbered from 0 to *documents* − 1; terms are in the order of their UTF-8 bytes
///
/// ```
/// root       = 'R' version documents fieldCount field* facetCount facet* directory days synonyms
/// version    = number, 2
/// field      = name:text flags docCount sumTotalTermFreq normCount name* blockCount block*
/// flags      = number: 1 norms, 2 sections, 4 positions
/// block      = shared:number rest:text name         the block's first term: it shares so many bytes with the last one
/// facet      = kind:text name
/// directory  = name
/// days       = name
/// synonyms   = groupCount (formCount (termCount term:text*)*)*    forms of a group stand for each other; "" for a stop word
///
/// dictionary = 'D' shardCount name* termCount entry*         shards: those that hold this block's postings and positions
/// entry      = shared:number rest:text df:number length*2+inline (postings | shard:number)
///              (length*2+inline (positions | shard:number) | 0 partCount (documents shard:number)*)        flag 4 only
/// postings   = df × (delta*2+1 | delta*2 freq)      freq 1 | other; delta: how many documents are skipped
///              df × section                         flag 2 only
/// positions  = df × (delta*4+further*2+more region?)*         the last of a document has more = 0
/// shard 'P'  = 'P' postings*
/// shard 'O'  = 'O' positions*
/// norms      = 'N' byte*                              8,192 documents a shard
/// facets     = 'F' many valueCount (value:text count:number)* (ordinal+1)*              many = 0
///                                                             (size ordinal*)*          many = 1
/// directory  = 'T' shardCount (documents name)*
/// stored     = 'X' (length record)*                            as many as the directory says
/// days       = 'Y' without zigzag*                    how many documents have no day; then for each other how many days it
///                                                     is younger than the one before it, the first than 1970-01-01
/// record     = id:text page:text title:text status:text outcome:text sectionCount (anchor:text title:text text:text)*
/// ```
///
/// Postings of at most 8 bytes stand in the dictionary itself (`inline` is 1). The others stand in a shard of the
/// block, in the order of the terms; an offset is the sum of the lengths before it in that shard, after the letter.
/// Postings of more than 8 kB have a shard to themselves; positions of more than 32 kB are divided among shards of their
/// own by documents, `documents` to each.
///
/// A *position* is a region's number and a place in it: `region << 26 | place`; `delta` is how many places are skipped in
/// the region of the position before it (the first one: in region 0), or, with `further`, the place in the region that follows.
/// No document holds a position twice.
///
/// A `section` is the ordinal of the section in which the term weighs most. A `norm` is Lucene's: the length of the
/// field in `SmallFloat.intToByte4`. Facet values stand in the order in which they are shown, `count` says how many
/// documents have each. A stored text is as long as the budget allows; an absent status or outcome is empty.
///
/// *Room to grow.* Readers refuse a version that they do not know. Further fields (title, problem, faq …) are further
/// `field`s of the root, each with a dictionary of its own. A stored record may end in more than is listed here.
///
/// # Cuts
///
/// A dictionary block begins at a term whose FNV-1a hash ends in nine zero bits once the block before has 256 terms,
/// and anyway after 1,024; a shard of postings ends after 20 kB before a term whose hash has zeros in the next two
/// bits, and anyway after 32 kB, and with its block; one of positions likewise after 48 and 64 kB. A stored shard ends
/// after 5 kB behind a document whose id's hash ends in two zero bits, and anyway after 10 kB or 32 documents. So what
/// one document adds or changes moves few cuts.
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
/// 00 03 01          document 0, freq 3; the one after it, freq 1
/// ```
///
/// May import: the JDK.
@NullMarked
package org.pressroom.search.shard;

import org.jspecify.annotations.NullMarked;
