#include "CLineEditor.h"
int hearth_editor_present(void) { return 1; }
