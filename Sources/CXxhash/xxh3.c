#include "CXxhash.h"

// Only the header is used: nothing of the library is linked.
#define XXH_INLINE_ALL
#if __has_include(<xxhash.h>)
#include <xxhash.h>
#else
#error "xxhash is missing: run `make deps` (Debian: apt-get install libxxhash-dev)"
#endif

uint64_t hearth_xxh3(const void *bytes, size_t count) { return XXH3_64bits(bytes, count); }
