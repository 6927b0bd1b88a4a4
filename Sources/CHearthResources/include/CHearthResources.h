#pragma once

#include "pinyin.h"

/// A file that is part of the binary. Its bytes are UTF-8, not ended by a zero, and live forever.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  long length;
} hearth_resource;

/// The care schema, which is built in.
hearth_resource hearth_care_schema(void);

/// The files of the embedded sample, Siming: the schema first, then one CSV file per table.
int hearth_sample_count(void);

/// The embedded file at 0 ..< hearth_sample_count(); an empty one for any other position.
hearth_resource hearth_sample(int position);

/// The schemas of the two sample models, with which generated data begin.
hearth_resource hearth_siming_schema(void);
hearth_resource hearth_chibi_schema(void);
