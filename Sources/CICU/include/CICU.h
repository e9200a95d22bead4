#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ICU's headers do not compile beside Foundation, so none is included here.

#ifdef __cplusplus
extern "C" {
#endif

/// A Unicode normal form.
typedef enum { cicu_nfc = 0, cicu_nfd = 1 } cicu_form;

/// Whether the `length` bytes of UTF-8 at `text` are in `form`; false also when ICU fails.
bool cicu_is_normalized(cicu_form form, const char *text, int32_t length);

/// Puts the `length` bytes of UTF-8 at `text` into `form`.
///
/// Returns memory of `*outLength` bytes which the caller frees with `cicu_free`, or NULL when ICU
/// fails or memory is out. Ill-formed bytes become U+FFFD.
char *cicu_normalize(cicu_form form, const char *text, int32_t length, int32_t *outLength);

/// Frees what `cicu_normalize` returned.
void cicu_free(char *memory);

/// The version of the ICU library, such as "72.1".
const char *cicu_version(void);

#ifdef __cplusplus
}
#endif
