// In 1.4 `text()` is a wide string unless this is defined.
#define ZX_USE_UTF8 1
#include "CZXing.h"

#include <ZXing/ReadBarcode.h>
#include <ZXing/ZXVersion.h>

#include <memory>
#include <string>
#include <vector>

struct czxing_codes {
  struct Code {
    int symbology;
    std::string bytes;
    std::string text;
    ZXing::Position position;
    int orientation;
    bool isMirrored;
  };
  std::vector<Code> codes;
};

czxing_codes *czxing_read(const uint8_t *gray, int width, int height, int stride, int symbologies,
                          int limit) {
  try {
    ZXing::BarcodeFormats formats;
    if (symbologies & CZXING_QR) formats |= ZXing::BarcodeFormat::QRCode;
    if (symbologies & CZXING_PDF417) formats |= ZXing::BarcodeFormat::PDF417;
    ZXing::DecodeHints hints;
    hints.setFormats(formats)
        .setTryHarder(true)
        .setTryRotate(true)
        .setTryDownscale(true)
        .setMaxNumberOfSymbols(static_cast<uint8_t>(limit))
        .setCharacterSet("UTF-8");
    ZXing::ImageView view(gray, width, height, ZXing::ImageFormat::Lum, stride);
    auto found = std::make_unique<czxing_codes>();
    for (const auto &result : ZXing::ReadBarcodes(view, hints)) {
      if (!result.isValid()) continue;
      const auto &bytes = result.bytes();
      found->codes.push_back({
          result.format() == ZXing::BarcodeFormat::QRCode ? CZXING_QR : CZXING_PDF417,
          std::string(bytes.begin(), bytes.end()),
          result.text(),
          result.position(),
          result.orientation(),
          result.isMirrored(),
      });
    }
    return found->codes.empty() ? nullptr : found.release();
  } catch (...) {
    return nullptr;
  }
}

int czxing_codes_count(const czxing_codes *codes) { return static_cast<int>(codes->codes.size()); }

czxing_code czxing_codes_get(const czxing_codes *codes, int index) {
  const auto &code = codes->codes[static_cast<size_t>(index)];
  czxing_code result = {};
  result.symbology = code.symbology;
  result.bytes = reinterpret_cast<const uint8_t *>(code.bytes.data());
  result.byte_count = code.bytes.size();
  result.text = code.text.data();
  result.text_count = code.text.size();
  for (int corner = 0; corner < 4; corner++) {
    result.x[corner] = code.position[corner].x;
    result.y[corner] = code.position[corner].y;
  }
  result.orientation = code.orientation;
  result.is_mirrored = code.isMirrored ? 1 : 0;
  return result;
}

void czxing_codes_free(czxing_codes *codes) { delete codes; }

const char *hoso_zxing_version(void) {
  static const std::string text = std::to_string(ZXING_VERSION_MAJOR) + "." +
      std::to_string(ZXING_VERSION_MINOR) + "." + std::to_string(ZXING_VERSION_PATCH);
  return text.c_str();
}
