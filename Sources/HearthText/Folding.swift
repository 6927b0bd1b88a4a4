/// The form in which texts are compared when case and width do not matter: full-width letters,
/// digits and signs as ASCII, the ideographic space as a space, letters in lower case.
package func foldedForSearch(_ text: String) -> String {
  var source = text
  if let folded = source.withUTF8({ foldedASCII($0) }) { return folded }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let narrow = narrowed(scalar) {
      scalars.append(narrow)
    } else {
      scalars.append(scalar)
    }
  }
  return String(scalars).lowercased()
}

/// The ASCII character that a full-width one stands for.
package func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) }
  return scalar.value == 0x3000 ? " " : nil
}

private func foldedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
  var hasUpper = false
  for byte in bytes {
    if byte >= 0x80 { return nil }
    if byte >= 0x41 && byte <= 0x5A { hasUpper = true }
  }
  if !hasUpper { return String(decoding: bytes, as: UTF8.self) }
  return String(unsafeUninitializedCapacity: bytes.count) { target in
    for index in bytes.indices {
      let byte = bytes[index]
      target[index] = byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    }
    return bytes.count
  }
}
