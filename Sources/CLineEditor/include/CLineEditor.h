#pragma once
/* The C side of the line editor: libedit's variadic calls, each wrapped in a function of fixed form. */
int hearth_editor_present(void);
