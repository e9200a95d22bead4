#pragma once
#include <xlsxwriter.h>

// LXW_VERSION is a macro of a string, which Swift imports, but not as a C string.
static inline const char *hoso_xlsx_version(void) { return lxw_version(); }
