#pragma once
#include "pinyin.h"
/* Data embedded in the binary with #embed. */
int hearth_resources_version(void);
