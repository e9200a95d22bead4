#include "CICU.h"

#include <cstdlib>
#include <cstring>
#include <string>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uversion.h>

// ICU's shared normalizers are read-only and may be used from any thread.
static const icu::Normalizer2 *normalizer(cicu_form form, UErrorCode &error) {
  return form == cicu_nfc ? icu::Normalizer2::getNFCInstance(error)
                          : icu::Normalizer2::getNFDInstance(error);
}

bool cicu_is_normalized(cicu_form form, const char *text, int32_t length) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *shared = normalizer(form, error);
  if (U_FAILURE(error)) return false;
  bool result = shared->isNormalizedUTF8(icu::StringPiece(text, length), error);
  return U_SUCCESS(error) && result;
}

char *cicu_normalize(cicu_form form, const char *text, int32_t length, int32_t *outLength) {
  try {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2 *shared = normalizer(form, error);
    if (U_FAILURE(error)) return nullptr;
    std::string result;
    result.reserve(static_cast<size_t>(length) + static_cast<size_t>(length) / 8);
    icu::StringByteSink<std::string> sink(&result, length);
    shared->normalizeUTF8(0, icu::StringPiece(text, length), sink, nullptr, error);
    if (U_FAILURE(error) || result.size() > INT32_MAX) return nullptr;
    char *memory = static_cast<char *>(std::malloc(result.size() + 1));
    if (memory == nullptr) return nullptr;
    std::memcpy(memory, result.data(), result.size());
    *outLength = static_cast<int32_t>(result.size());
    return memory;
  } catch (...) {
    return nullptr;
  }
}

void cicu_free(char *memory) { std::free(memory); }

const char *cicu_version(void) { return U_ICU_VERSION; }
