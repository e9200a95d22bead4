internal import CHeif

/// HEIC, as phones write it: the primary image alone.
enum HEIFFormat {
  static func header(of bytes: [UInt8]) throws(Refusal) -> PageHeader {
    let size = withPrimaryImage(of: bytes) { handle in
      (Int(heif_image_handle_get_width(handle)), Int(heif_image_handle_get_height(handle)))
    }
    guard let size else { throw .damaged }
    return PageHeader(width: size.0, height: size.1)
  }

  /// Decodes the primary image; libheif turns it as its properties say, and so the EXIF
  /// orientation beside them must not be applied again.
  static func decode(_ bytes: [UInt8], header: PageHeader) throws(ImageError) -> PageImage? {
    let decoded: Result<PageImage, ImageError>?? = withPrimaryImage(of: bytes) { handle in
      var image: OpaquePointer?
      let status = heif_decode_image(
        handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nil)
      guard status.code == heif_error_Ok, let image else { return nil }
      defer { heif_image_release(image) }
      var stride: Int32 = 0
      guard
        let plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride)
      else { return nil }
      let width = Int(heif_image_get_width(image, heif_channel_interleaved))
      let height = Int(heif_image_get_height(image, heif_channel_interleaved))
      return Result { () throws(ImageError) in
        try copy(plane, stride: Int(stride), width: width, height: height)
      }
    }
    return try decoded??.get()
  }

  private static func copy(_ plane: UnsafePointer<UInt8>, stride: Int, width: Int, height: Int)
    throws(ImageError) -> PageImage
  {
    try PageImage(width: width, height: height, dpi: 0) { words in
      for row in 0..<height {
        let line = plane + row * stride
        for column in 0..<width {
          let red = UInt32(line[column * 3])
          let green = UInt32(line[column * 3 + 1])
          let blue = UInt32(line[column * 3 + 2])
          words[row * width + column] = red << 24 | green << 16 | blue << 8
        }
      }
    }
  }

  /// Lends the primary image of `bytes` to `body`; nil when there is none.
  private static func withPrimaryImage<Value>(
    of bytes: [UInt8], _ body: (OpaquePointer) -> Value
  ) -> Value? {
    guard let context = heif_context_alloc() else { return nil }
    defer { heif_context_free(context) }
    heif_context_set_maximum_image_size_limit(context, Int32(Leptonica.maximumSide))
    // Threads of its own would escape the limits of a worker.
    heif_context_set_max_decoding_threads(context, 0)
    return bytes.withUnsafeBytes { buffer -> Value? in
      let status = heif_context_read_from_memory_without_copy(
        context, buffer.baseAddress, buffer.count, nil)
      guard status.code == heif_error_Ok else { return nil }
      var handle: OpaquePointer?
      guard heif_context_get_primary_image_handle(context, &handle).code == heif_error_Ok,
        let handle
      else { return nil }
      defer { heif_image_handle_release(handle) }
      return body(handle)
    }
  }
}
