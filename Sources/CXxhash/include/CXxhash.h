#pragma once
#include <stddef.h>
#include <stdint.h>

/// XXH3, 64 bits, of some bytes.
uint64_t hearth_xxh3(const void *bytes, size_t count);
