#include "pinyin.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Made by tools/make-pinyin.py, which describes the layout.
static const unsigned char pinyin[] = {
#embed "pinyin.bin"
};

const unsigned char *hearth_pinyin(void) { return pinyin; }

size_t hearth_pinyin_size(void) { return sizeof pinyin; }
