#pragma once
#include <stddef.h>

/* Mandarin readings of Han characters, from the Unihan database (Unicode License v3). */
const unsigned char *hearth_pinyin(void);
size_t hearth_pinyin_size(void);
