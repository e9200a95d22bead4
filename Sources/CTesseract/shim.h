#pragma once
// Leptonica and Tesseract share one module: apart, `Pix` would import as two different types.
#include <allheaders.h>
#include <tesseract/capi.h>

// OpenMP's own header is not on the compiler's path; Tesseract links the library anyway.
void omp_set_max_active_levels(int max_levels);
