#pragma once
#if __has_include(<histedit.h>)
#include <histedit.h>
#else
#error "libedit is missing: run `make deps` (Debian: apt-get install libedit-dev)"
#endif
