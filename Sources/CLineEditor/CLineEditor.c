#define _GNU_SOURCE
#include "CLineEditor.h"
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static FILE *nowhere;

EditLine *hearth_editor_create(const char *program, void *owner, HearthReader reader) {
  if (nowhere == NULL && (nowhere = fopen("/dev/null", "we")) == NULL) return NULL;
  EditLine *editor = el_init_fd(program, stdin, nowhere, nowhere, 0, 1, 2);
  if (editor == NULL) return NULL;
  int mode = 0;
  if (el_get(editor, EL_EDITMODE, &mode) == 0 && mode == 0) el_set(editor, EL_EDITMODE, 1);
  el_set(editor, EL_CLIENTDATA, owner);
  el_set(editor, EL_SIGNAL, 0);
  /* Some systems build libedit with vi as the default; `~/.editrc` may still ask for it. */
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_GETCFN, reader);
  return editor;
}

void hearth_editor_destroy(EditLine *editor) { el_end(editor); }

void *hearth_editor_owner(EditLine *editor) {
  void *owner = NULL;
  el_get(editor, EL_CLIENTDATA, &owner);
  return owner;
}

void hearth_editor_add(EditLine *editor, const char *name, HearthCommand command) {
  el_set(editor, EL_ADDFN, name, "", command);
}

void hearth_editor_bind(EditLine *editor, const char *key, const char *command) {
  el_set(editor, EL_BIND, key, command, NULL);
}

void hearth_editor_bind_vi(EditLine *editor, const char *key, const char *command) {
  el_set(editor, EL_BIND, "-a", key, command, NULL);
}

bool hearth_editor_is_vi(EditLine *editor) {
  const char *name = NULL;
  return el_get(editor, EL_EDITOR, &name) == 0 && name != NULL && strcmp(name, "vi") == 0;
}

bool hearth_editor_source(EditLine *editor) {
  bool found = el_source(editor, NULL) == 0;
  /* Our own commands stand in for the keys that a terminal turns into signals. */
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
  return found;
}

bool hearth_locale_utf8(void) {
  if (setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

void hearth_terminal_size(int *rows, int *columns) {
  struct winsize size = {0};
  bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  *rows = known && size.ws_row > 0 ? size.ws_row : 24;
  *columns = known && size.ws_col > 0 ? size.ws_col : 80;
}

void hearth_flush_output(void) { fflush(stdout); }
