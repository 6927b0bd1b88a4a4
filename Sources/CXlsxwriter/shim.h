#pragma once
#if __has_include(<xlsxwriter.h>)
#include <xlsxwriter.h>
#else
#error "libxlsxwriter is missing: run `make deps` (Debian: apt-get install libxlsxwriter-dev)"
#endif
