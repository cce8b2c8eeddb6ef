/** Recognises files of word processors that the archive does not read. */

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether a file is an old Word file (`.doc`) or Rich Text, by its content. */
export function isOudWord(bytes: Uint8Array): boolean {
  return isRtf(bytes) || (isOle(bytes) && hasNaam(bytes, "WordDocument"));
}

/** Whether a file is an office file behind a password: the zip then lies encrypted in a file of the old kind. */
export function isVersleuteldOffice(bytes: Uint8Array): boolean {
  return isOle(bytes) && hasNaam(bytes, "EncryptedPackage");
}

function isRtf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "{\\rtf";
}

function isOle(bytes: Uint8Array): boolean {
  return OLE.every((byte, index) => bytes[index] === byte);
}

// The names of the parts of an OLE file stand in it as UTF-16, at a multiple of 128.
function hasNaam(bytes: Uint8Array, naam: string): boolean {
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (
      [...naam].every(
        (teken, index) => bytes[at + 2 * index] === teken.charCodeAt(0) && bytes[at + 2 * index + 1] === 0,
      )
    )
      return true;
  }
  return false;
}
