#pragma once
/*
 * The C side of the line editor: libedit's variadic calls, each wrapped in a function of fixed
 * form, and the signal handlers, which must not run Swift code.
 */
#include "../../CLibedit/shim.h"
#include <stdbool.h>
#include <sys/types.h>
#include <wchar.h>

typedef int (*HearthReader)(EditLine *, wchar_t *);
typedef unsigned char (*HearthCommand)(EditLine *, wint_t);

/*
 * An editor on descriptors 0 and 1 whose own drawing goes nowhere: the buffer, the key map and the
 * terminal modes are libedit's, the screen is ours. NULL when the terminal cannot be edited on.
 */
EditLine *hearth_editor_create(const char *program, void *owner, HearthReader reader);
void hearth_editor_destroy(EditLine *editor);
/* The `owner` given at creation. */
void *hearth_editor_owner(EditLine *editor);
/* Names a command for key bindings; libedit copies the text. */
void hearth_editor_add(EditLine *editor, const char *name, HearthCommand command);
/* Binds a key in the main map, or in vi's command mode. */
void hearth_editor_bind(EditLine *editor, const char *key, const char *command);
void hearth_editor_bind_vi(EditLine *editor, const char *key, const char *command);
bool hearth_editor_is_vi(EditLine *editor);
/* Reads `~/.editrc`; false when there is none. */
bool hearth_editor_source(EditLine *editor);

/* Makes the character functions of the C library read UTF-8; false when no such locale exists. */
bool hearth_locale_utf8(void);

/* What signals asked for, as bits. */
enum {
  HEARTH_SIGNAL_INTERRUPT = 1,
  HEARTH_SIGNAL_RESIZED = 2,
  HEARTH_SIGNAL_CONTINUED = 4,
};

/* Catches SIGINT: it sets the interrupt flag; the third unanswered one ends the process. */
void hearth_interrupt_watch(void);
bool hearth_interrupt_raised(void);
void hearth_interrupt_clear(void);

/*
 * Catches resizing, continuing and the signals that end a process, which then restore the terminal
 * first. Returns a descriptor that becomes readable when a signal came, -1 when there is none to be had.
 */
int hearth_signals_watch(void);
/* The bits since the last call; empties the descriptor. */
int hearth_signals_take(void);

/* Remembers the terminal's present modes as those to go back to. */
bool hearth_terminal_remember(void);
/* While armed, a fatal signal restores the modes and, where the terminal has escapes, switches bracketed paste off. */
void hearth_terminal_arm(bool armed, bool has_escapes);
/* Switches the modes back, and lets the process stop as a terminal would make it; returns on resumption. */
void hearth_terminal_suspend(void);
/* Puts the editing modes back after a stop that was not ours. */
void hearth_terminal_resume(void);
/* Rows and columns of the terminal, 24 × 80 when it does not say. */
void hearth_terminal_size(int *rows, int *columns);

/* Writes out what C's standard output holds back. */
void hearth_flush_output(void);
