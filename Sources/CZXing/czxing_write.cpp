#include "CZXing.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <string>

static bool copy(const ZXing::BitMatrix &matrix, uint8_t *target, size_t capacity) {
  const size_t size = static_cast<size_t>(matrix.width()) * static_cast<size_t>(matrix.height());
  if (size == 0 || size > capacity) return false;
  for (int y = 0; y < matrix.height(); y++)
    for (int x = 0; x < matrix.width(); x++) *target++ = matrix.get(x, y) ? 1 : 0;
  return true;
}

extern "C" int czxing_write_qr(
    const char *text, size_t length, int correction, uint8_t *modules, size_t capacity) {
  try {
    auto writer = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                      .setEncoding(ZXing::CharacterSet::UTF8)
                      .setEccLevel(correction)
                      .setMargin(0);
    const auto matrix = writer.encode(std::string(text, length), 0, 0);
    return copy(matrix, modules, capacity) ? matrix.width() : 0;
  } catch (...) {
    return 0;
  }
}

extern "C" int czxing_write_pdf417(
    const char *text, size_t length, uint8_t *pixels, size_t capacity, int *columns) {
  try {
    auto writer = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::PDF417)
                      .setEncoding(ZXing::CharacterSet::UTF8)
                      .setMargin(0);
    const auto matrix = writer.encode(std::string(text, length), 0, 0);
    if (!copy(matrix, pixels, capacity)) return 0;
    *columns = matrix.width();
    return matrix.height();
  } catch (...) {
    return 0;
  }
}
