#pragma once
#if __has_include(<xlsxwriter.h>)
#include <xlsxwriter.h>
#else
#error "libxlsxwriter is missing: run `make deps` (Debian: apt-get install libxlsxwriter-dev)"
#endif

// The functions that are used, each under its own name and type.
#define HEARTH_XLSXWRITER_FUNCTIONS(FUNCTION) \
  FUNCTION(workbook_new) \
  FUNCTION(workbook_set_properties) \
  FUNCTION(workbook_add_worksheet) \
  FUNCTION(workbook_add_format) \
  FUNCTION(workbook_close) \
  FUNCTION(lxw_workbook_free) \
  FUNCTION(lxw_strerror) \
  FUNCTION(worksheet_write_blank) \
  FUNCTION(worksheet_write_string) \
  FUNCTION(worksheet_write_number) \
  FUNCTION(worksheet_write_boolean) \
  FUNCTION(worksheet_set_column) \
  FUNCTION(worksheet_freeze_panes) \
  FUNCTION(worksheet_repeat_rows) \
  FUNCTION(worksheet_autofilter) \
  FUNCTION(worksheet_fit_to_pages) \
  FUNCTION(format_set_num_format) \
  FUNCTION(format_set_bold) \
  FUNCTION(format_set_top) \
  FUNCTION(format_set_text_wrap) \
  FUNCTION(format_set_align)

#define HEARTH_XLSXWRITER_FIELD(name) __typeof__(&name) name;
typedef struct {
  HEARTH_XLSXWRITER_FUNCTIONS(HEARTH_XLSXWRITER_FIELD)
} hearth_xlsxwriter;

/// The library, loaded when it is first needed: with what it needs itself it would take a fifth of
/// the time of every start. NULL when it is not there; the reason is then in `reason`.
const hearth_xlsxwriter *hearth_xlsxwriter_loaded(const char **reason);
