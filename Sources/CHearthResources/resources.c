#include "CHearthResources.h"
int hearth_resources_version(void) { return 1; }
