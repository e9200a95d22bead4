#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reading (czxing_read.cpp). */

/* The families of codes that are read. */
enum {
  CZXING_QR = 1,
  CZXING_PDF417 = 2,
};

/* One decoded code. `bytes` is its payload before any guess at its character set, `text` the
   library's own reading in UTF-8; both have a length and are not terminated. */
typedef struct {
  int symbology;
  const uint8_t *bytes;
  size_t byte_count;
  const char *text;
  size_t text_count;
  /* The corners as they stand in the image, first the one at the code's own top left, then
     clockwise as seen in the code. */
  int x[4];
  int y[4];
  /* By how many degrees the code stands turned clockwise in the image, -180 ... 180. */
  int orientation;
  /* 1 when the code stands mirrored in the image. */
  int is_mirrored;
} czxing_code;

typedef struct czxing_codes czxing_codes;

/* Reads the codes of an 8-bit gray image whose rows are `stride` bytes apart. `symbologies` is a
   sum of the families above. NULL when none is found or when the library fails. Free the result
   with czxing_codes_free. Safe on several threads at once. */
czxing_codes *czxing_read(const uint8_t *gray, int width, int height, int stride, int symbologies,
                          int limit);
int czxing_codes_count(const czxing_codes *codes);
/* The code at `index`; what it points to lives as long as `codes`. */
czxing_code czxing_codes_get(const czxing_codes *codes, int index);
void czxing_codes_free(czxing_codes *codes);

/* The version of the library. */
const char *hoso_zxing_version(void);

/* Writing (czxing_write.cpp). */

/* Encodes UTF-8 text as a QR code: one byte a module, 1 for dark, row by row, without a margin.
   Returns the number of modules along a side, or 0 when the text or the buffer does not do. */
int czxing_write_qr(
    const char *text, size_t length, int correction, uint8_t *modules, size_t capacity);

/* Encodes text as PDF417, one byte a pixel; the bars are as wide as one pixel. Returns the number
   of rows and sets the columns, or 0 when it cannot. */
int czxing_write_pdf417(
    const char *text, size_t length, uint8_t *pixels, size_t capacity, int *columns);

#ifdef __cplusplus
}
#endif
