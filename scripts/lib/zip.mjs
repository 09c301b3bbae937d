// A ZIP archive of some files, the same bytes for the same content: entries sorted, one fixed date.
import { deflateRawSync } from 'node:zlib'

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1
  return byte
})

function crc32(bytes) {
  let crc = ~0
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 255]
  return ~crc >>> 0
}

/** Packs `[{ name, bytes }]`; names use forward slashes. */
export function zip(entries) {
  const local = []
  const central = []
  let offset = 0
  for (const { name, bytes } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const encoded = Buffer.from(name, 'utf8')
    const packed = deflateRawSync(bytes, { level: 9 })
    // Version 2.0, UTF-8 names, deflated, 1 January 1980: the fields that both headers share.
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x0800, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt16LE(0x21, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(encoded.length, 22)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), shared, encoded, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, place, encoded)
    offset += 30 + encoded.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}
