#include "CXlsxwriter.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#ifdef __APPLE__
#define LIBRARY "libxlsxwriter." LXW_SOVERSION ".dylib"
#else
#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION
#endif

static hearth_xlsxwriter functions;
static int is_loaded;
static char failure[256];

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    snprintf(failure, sizeof failure, "%s", dlerror());
    return;
  }
#define LOOK_UP(name) \
  if (!(functions.name = (__typeof__(&name))dlsym(library, #name))) { \
    snprintf(failure, sizeof failure, "%s has no " #name, LIBRARY); \
    return; \
  }
  HEARTH_XLSXWRITER_FUNCTIONS(LOOK_UP)
  is_loaded = 1;
}

const hearth_xlsxwriter *hearth_xlsxwriter_loaded(const char **reason) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  *reason = failure;
  return is_loaded ? &functions : NULL;
}
