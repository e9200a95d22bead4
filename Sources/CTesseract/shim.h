#pragma once
// Leptonica and Tesseract share one module: apart, `Pix` would import as two different types.
#include <allheaders.h>
#include <tesseract/capi.h>
